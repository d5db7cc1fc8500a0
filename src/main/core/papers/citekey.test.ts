import { expect, test } from 'vitest';
import { makeCitekey } from './citekey.ts';

test.each([
  ['Vaswani', 'Attention Is All You Need', 2017, 'vaswaniAttentionAllYou2017'],
  ['Devlin', 'BERT: Pre-training of Deep Bidirectional Transformers', 2019, 'devlinBERTPretrainingDeep2019'],
  ['Ronneberger', 'U-Net: Convolutional Networks for Images', 2015, 'ronnebergerUNetConvolutionalNetworks2015'],
  ['van der Maaten', 'Visualizing Data using t-SNE', 2008, 'vandermaatenVisualizingDataUsing2008'],
  ['Müller', 'Die Größe der Welt', null, 'mullerGrosseWelt'],
  ['Łukasiewicz', 'O’Brien’s Œuvre', 1920, 'lukasiewiczOBriensOEuvre1920'],
  ["O'Neil", 'On the Origin', 2001, 'oneilOrigin2001'],
  ['王', '深度学习中的注意力机制', 2023, 'wangShenDuXueXi2023'],
  ['单', '长城与GPT模型', 2024, 'shanChangChengYuGPTMoXing2024'],
  ['欧阳', '吕氏春秋', 1999, 'ouyangLvShiChunQiu1999'],
  ['', '???', null, 'untitled'],
])('%s, %s, %s', (family, title, year, key) => {
  expect(makeCitekey({ title, year, authors: family ? [{ family, given: 'A.' }] : [] })).toBe(key);
});

test('a group is named as it is', () => {
  expect(makeCitekey({ title: 'Report', authors: [{ literal: 'World Health Organization' }] })).toBe(
    'worldhealthorganizationReport',
  );
});

test('letters keep their marks where the marks make the letter', () => {
  expect(makeCitekey({ title: 'がくしゅう', authors: [{ literal: '김철수' }] })).toBe('김철수がくしゅう');
});

test('a pattern says what the key is made of', () => {
  const fields = {
    title: 'Attention Is All You Need',
    year: 2017,
    container: 'Neural Information Processing Systems',
    authors: [
      { family: 'Vaswani', given: 'Ashish' },
      { family: 'Shazeer', given: 'Noam' },
    ],
  };
  expect(makeCitekey(fields, '[Auth]_[year]_[title]')).toBe('Vaswani_2017_Attention');
  expect(makeCitekey(fields, '[authors]:[venue][yy]')).toBe('VaswaniShazeer:NIPS17');
});

test('an unsplit Chinese name gives its family name', () => {
  expect(makeCitekey({ title: '综述', authors: [{ literal: '王小明' }] })).toBe('wangZongShu');
});
