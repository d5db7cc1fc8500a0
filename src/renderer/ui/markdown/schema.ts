// What may stand in rendered Markdown. Everything not named here is dropped.
import { defaultSchema } from 'rehype-sanitize';

/** GitHub's list, with formulas and the marks of living stretches, fewer protocols, and no remote images. */
export const schema: typeof defaultSchema = {
  ...defaultSchema,
  attributes: {
    ...defaultSchema.attributes,
    '*': [
      ...(defaultSchema.attributes?.['*'] ?? []).filter((name) => name !== 'id' && name !== 'name'),
      'dataStretch',
      'dataPart',
      // Where in the source the box of a task stands.
      'dataTask',
    ],
    code: [['className', /^language-./, 'math-inline', 'math-display']],
    img: ['alt', 'src', 'title'],
  },
  protocols: {
    // `glossa` links are looked at once more in own-links.ts.
    href: ['http', 'https', 'mailto', 'doi', 'glossa'],
    // Shown as a placeholder only; nothing is fetched.
    src: ['http', 'https', 'glossa'],
  },
};
