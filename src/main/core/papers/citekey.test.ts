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
  ['王', '深度学习中的注意力机制', 2023, '王深度学习2023'],
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
