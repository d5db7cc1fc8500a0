import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparableUrl,
  groupWorks,
  identifiersOf,
  normaliseTitle,
  sameWork,
  titleKey,
  type WorkLike,
} from './identity.ts';

const ids = (text: string): [string | null, string | null] => {
  const { doi, arxivId } = identifiersOf(text);
  return [doi, arxivId];
};
const work = (fields: Partial<WorkLike>): WorkLike => ({
  title: null,
  authors: [],
  year: null,
  doi: null,
  arxivId: null,
  url: null,
  ...fields,
});

describe('identifiersOf', () => {
  it.each([
    ['https://arxiv.org/abs/1512.03385', '1512.03385'],
    ['https://arxiv.org/pdf/1512.03385v2.pdf', '1512.03385'],
    ['http://www.arxiv.org/pdf/1512.03385v1', '1512.03385'],
    ['https://export.arxiv.org/abs/2101.00001', '2101.00001'],
    ['https://arxiv.org/ftp/arxiv/papers/1903/1903.01234.pdf', '1903.01234'],
    ['https://arxiv.org/abs/hep-th/9711200v3', 'hep-th/9711200'],
    ['https://arxiv.org/pdf/math.DG/0211159', 'math/0211159'],
    ['https://ar5iv.labs.arxiv.org/html/2010.11929', '2010.11929'],
    ['https://huggingface.co/papers/2010.11929', '2010.11929'],
    ['arXiv preprint arXiv:1412.6980 (2014).', '1412.6980'],
    ['arXiv:2010.11929v2 [cs.CV]', '2010.11929'],
    ['doi: 10.48550/arXiv.2010.11929', '2010.11929'],
    ['https://doi.org/10.48550/ARXIV.1412.6980', '1412.6980'],
  ])('finds the arXiv id in %s', (text, id) => {
    expect(ids(text)).toEqual([null, id]);
  });

  it.each([
    ['https://doi.org/10.1109/CVPR.2016.90', '10.1109/cvpr.2016.90'],
    ['http://dx.doi.org/10.1016/S0140-6736(18)31645-3.', '10.1016/s0140-6736(18)31645-3'],
    ['https://www.nature.com/articles/nature14539', '10.1038/nature14539'],
    ['https://www.nature.com/articles/nature14539.epdf?author_access_token=abc', '10.1038/nature14539'],
    ['https://www.nature.com/articles/s41586-021-03819-2/figures/1', '10.1038/s41586-021-03819-2'],
    ['https://www.nature.com/articles/s41586-021-03819-2_reference.pdf', '10.1038/s41586-021-03819-2'],
    ['https://www.nature.com/nature/journal/v521/n7553/full/nature14539.html', '10.1038/nature14539'],
    ['https://pubs.rsna.org/doi/pdf/10.1148/radiol.2017171920', '10.1148/radiol.2017171920'],
    ['https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0118432', '10.1371/journal.pone.0118432'],
    [
      'https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0118432&type=printable',
      '10.1371/journal.pone.0118432',
    ],
    ['https://link.springer.com/chapter/10.1007/978-3-319-24574-4_28', '10.1007/978-3-319-24574-4_28'],
    ['https://link.springer.com/content/pdf/10.1007/s11263-015-0816-y.pdf', '10.1007/s11263-015-0816-y'],
    ['https://www.frontiersin.org/articles/10.3389/fnins.2018.00777/full', '10.3389/fnins.2018.00777'],
    ['https://www.biorxiv.org/content/10.1101/2020.03.09.983585v2.full.pdf', '10.1101/2020.03.09.983585'],
    ['https://iopscience.iop.org/article/10.1088/1361-6560/aad51c/meta', '10.1088/1361-6560/aad51c'],
    ['https://bmcmedicine.biomedcentral.com/articles/10.1186/s12916-019-1426-2', '10.1186/s12916-019-1426-2'],
    ['https://dl.acm.org/doi/10.1145/3292500.3330701?download=true', '10.1145/3292500.3330701'],
    ['https://elifesciences.org/articles/47994', '10.7554/elife.47994'],
    ['Sci Rep 9, 1 (2019). doi:10.1038/s41598-019-12345-6.', '10.1038/s41598-019-12345-6'],
    ['（见 10.3390/s20051234）', '10.3390/s20051234'],
  ])('finds the DOI in %s', (text, doi) => {
    expect(ids(text)).toEqual([doi, null]);
  });

  it.each([
    'https://www.cell.com/cell/fulltext/S0092-8674(19)30001-1',
    'https://www.sciencedirect.com/science/article/pii/S0031320318301111',
    'https://openaccess.thecvf.com/content_cvpr_2017/papers/Some_Paper_CVPR_2017_paper.pdf',
    'https://notarxiv.org/abs/1512.03385',
    'version 10.2 of the tool, 10/1234',
    '',
  ])('claims no identifier for %s', (text) => {
    expect(ids(text)).toEqual([null, null]);
  });

  it('keeps the address as written and reads every address of a text', () => {
    const found = identifiersOf('See [PDF](https://example.org/a_(1).pdf), https://doi.org/10.1000/xyz123.');
    expect(found).toEqual({ url: 'https://example.org/a_(1).pdf', doi: '10.1000/xyz123', arxivId: null });
  });

  it('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((s) => `https://doi.org/10.1000/${s}`),
        ),
        (text) => {
          identifiersOf(text);
          comparableUrl(text);
        },
      ),
    );
  });
});

describe('comparableUrl', () => {
  it('ignores scheme, www, tracking, order of parameters, fragment and a last slash', () => {
    const plain = comparableUrl('https://example.org/paper?a=1&b=2');
    expect(comparableUrl('http://www.example.org/paper/?b=2&a=1&utm_source=x&author_access_token=y#top')).toBe(plain);
    expect(comparableUrl('https://example.org/paper?a=1&b=3')).not.toBe(plain);
  });
});

describe('normaliseTitle', () => {
  it('survives punctuation, full-width forms, case, quotes, a last dot, ligatures, accents and markup', () => {
    const plain = normaliseTitle('Efficient deep learning: a first look?');
    expect(normaliseTitle('“Ｅﬃcient Deep-Learning：A *First* <i>Look</i>?.”')).toBe(plain);
    expect(normaliseTitle('Réseaux de Neurones')).toBe('reseaux de neurones');
    expect(titleKey('Pre-trained models')).toBe(titleKey('Pretrained Models.'));
    expect(normaliseTitle('基于深度学习的（医学）图像分割')).toBe('基于深度学习的 医学 图像分割');
  });

  it('is stable: a normalised title stays as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        expect(titleKey(normaliseTitle(title))).toBe(titleKey(titleKey(title)));
      }),
    );
  });
});

describe('sameWork', () => {
  const title = 'A long enough title about segmentation';
  const smith = [{ family: 'Smith', given: 'Jane' }];

  it('lets identifiers decide, for and against', () => {
    expect(sameWork(work({ doi: '10.1/a', title: 'x' }), work({ doi: '10.1/a', title: 'y' }))).toEqual({
      same: true,
      why: 'doi',
    });
    expect(sameWork(work({ arxivId: '1' }), work({ arxivId: '1' }))).toEqual({ same: true, why: 'arxiv' });
    expect(sameWork(work({ doi: '10.1/a', title }), work({ doi: '10.1/b', title }))).toEqual({
      same: false,
      why: 'doi-differs',
    });
    expect(sameWork(work({ doi: '10.1/a', title }), work({ arxivId: '1', title }))).toEqual({
      same: true,
      why: 'title',
    });
  });

  it('confirms a title by authors and year, and refuses by them', () => {
    expect(
      sameWork(
        work({ title, authors: smith, year: 2017 }),
        work({ title: `${title}.`, authors: [{ literal: 'J. SMITH' }], year: 2018 }),
      ).same,
    ).toBe(true);
    expect(
      sameWork(work({ title, authors: smith }), work({ title, authors: [{ family: 'Zhou', given: 'Q' }] })),
    ).toEqual({ same: false, why: 'authors-differ' });
    expect(sameWork(work({ title, year: 1999 }), work({ title, year: 2018 }))).toEqual({
      same: false,
      why: 'year-differs',
    });
    expect(
      sameWork(work({ title, authors: smith }), work({ title, authors: [{ family: 'Jane', given: 'Smith' }] })).same,
    ).toBe(true);
  });

  it('asks more of a short title', () => {
    expect(sameWork(work({ title: 'Editorial' }), work({ title: 'Editorial' })).same).toBe(false);
    expect(
      sameWork(work({ title: 'Editorial', authors: smith }), work({ title: 'Editorial', authors: smith })).same,
    ).toBe(true);
  });

  it('takes one address for one work unless the titles speak against it', () => {
    const url = 'https://example.org/p/12';
    expect(sameWork(work({ url: `${url}?utm_source=a` }), work({ url, title }))).toEqual({ same: true, why: 'url' });
    expect(sameWork(work({ url, title: 'Another chapter entirely' }), work({ url, title })).same).toBe(false);
  });

  it('shows near titles but does not merge them', () => {
    const near = sameWork(
      work({ title: 'PicoNet: Reader-level detection of things on scans' }),
      work({ title: 'PicoNeXt: Reader-level detection of things on scans' }),
    );
    expect(near).toEqual({ same: false, why: 'near-title' });
  });
});

describe('groupWorks', () => {
  it('joins by any chain of reasons and keeps the order of first mention', () => {
    const { works } = groupWorks([
      work({ title: 'The first work, described at length', arxivId: '2001.00001' }),
      work({ title: 'A second work, described at length', doi: '10.1/b' }),
      work({ title: 'The First Work: described at length', doi: '10.1/a' }),
      work({ title: 'wrong words', doi: '10.1/a' }),
    ]);
    expect(works).toEqual([
      { members: [0, 2, 3], why: ['title', 'doi'] },
      { members: [1], why: [] },
    ]);
  });

  it('never puts two DOIs into one work, and names the near miss', () => {
    const title = 'Same words, twice published somewhere';
    const { works, near } = groupWorks([
      work({ title, doi: '10.1/a' }),
      work({ title, doi: '10.1/b' }),
      work({ title }),
    ]);
    expect(works.map((w) => w.members)).toEqual([[0, 2], [1]]);
    expect(near).toEqual(expect.arrayContaining([expect.objectContaining({ a: 0, b: 1 })]));
  });

  it('gives every description exactly one work, in short lists and in long ones', () => {
    const candidate = fc.record({
      title: fc.constantFrom('', 'Alpha beta gamma delta', 'Epsilon zeta eta theta', 'Iota'),
      doi: fc.constantFrom(null, '10.1/a', '10.1/b'),
      arxivId: fc.constantFrom(null, '2001.00001'),
    });
    fc.assert(
      fc.property(fc.array(candidate, { maxLength: 12 }), (list) => {
        const candidates = list.map(work);
        const { works } = groupWorks(candidates);
        expect(works.flatMap((w) => w.members).toSorted((a, b) => a - b)).toEqual([...candidates.keys()]);
        for (const { members } of works) {
          expect(new Set(members.flatMap((m) => candidates[m]?.doi ?? [])).size).toBeLessThanOrEqual(1);
        }
      }),
    );
    const many = Array.from({ length: 900 }, (_, i) => work({ title: `A title that is number ${i % 300} of all` }));
    expect(groupWorks(many).works).toHaveLength(300);
  });
});
