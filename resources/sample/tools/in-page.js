// What make-papers.mjs does inside the page before it prints: formulas, and hyphens at line ends.
// A classic script; its door is `window.sample`.

/** Sets the formulas in place of their TeX and waits for the fonts. */
async function renderFormulas() {
  for (const element of document.querySelectorAll('.math, .dmath')) {
    // HTML only: KaTeX's hidden MathML would be printed as invisible text.
    const options = { output: 'html', displayMode: element.matches('.dmath'), throwOnError: true };
    window.katex.render(element.textContent, element, options);
  }
  // KaTeX helps the layout of one browser with zero-width spaces; printed, they would be text.
  for (const spacer of document.querySelectorAll('.vlist-s')) spacer.textContent = '';
  for (const formula of document.querySelectorAll('.math')) keepWithPunctuation(formula);
  await Promise.all([...document.fonts].filter((font) => font.family.startsWith('Sample')).map((font) => font.load()));
  await document.fonts.ready;
}

/** A formula is an inline block, after which a line may break even before a comma. */
function keepWithPunctuation(formula) {
  const next = formula.nextSibling;
  const mark = next?.nodeType === Node.TEXT_NODE ? /^[.,;:)，。；）]+/.exec(next.data)?.[0] : undefined;
  if (mark === undefined) return;
  const holder = document.createElement('span');
  holder.className = 'nobreak';
  formula.replaceWith(holder);
  holder.append(formula, mark);
  next.data = next.data.slice(mark.length);
}

/** The text nodes of running English text. */
function englishText() {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (parent.closest('.katex, svg, .title, h2, h3, table, .masthead, .authors, .affiliations, .stamp, .nobreak'))
      continue;
    if (parent.closest('[lang]').lang === 'en' || parent.closest('.abstract.en')) nodes.push(walker.currentNode);
  }
  return nodes;
}

/** Every word that `hyphenate` wants the breaks of. */
function englishWords() {
  const words = englishText().flatMap((node) => node.data.match(/[A-Za-z]{5,}/g) ?? []);
  return [...new Set(words)];
}

/** Breaks words at line ends by `breaks` (word -> offsets); answers with the words that were broken. */
function hyphenate(breaks) {
  for (const node of englishText()) {
    node.data = node.data.replace(/[A-Za-z]{5,}/g, (word) => {
      const cuts = [0, ...breaks[word], word.length];
      return cuts
        .slice(1)
        .map((end, index) => word.slice(cuts[index], end))
        .join('\u00AD');
    });
  }
  return keepHyphensAtLineEnds();
}

/**
 * Turns the soft hyphens at line ends into printed hyphens and removes the others: Chromium prints every soft
 * hyphen as an empty glyph, which no typeset paper has and which text extraction would carry along.
 * Line breaking is greedy, so that taking away breaks that were not used leaves the lines as they are.
 */
function keepHyphensAtLineEnds() {
  const range = document.createRange();
  const lineOf = (node, at) => {
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    const rects = range.getClientRects();
    return rects[rects.length - 1].bottom;
  };
  const plans = englishText().map((node) => {
    const used = new Set();
    for (let at = node.data.indexOf('\u00AD'); at >= 0; at = node.data.indexOf('\u00AD', at + 1)) {
      if (Math.abs(lineOf(node, at - 1) - lineOf(node, at + 1)) > 4) used.add(at);
    }
    return { node, used };
  });
  const broken = [];
  for (const { node, used } of plans) {
    for (const at of used) {
      const left = /[A-Za-z\u00AD]*$/.exec(node.data.slice(0, at))[0];
      const right = /^[A-Za-z\u00AD]*/.exec(node.data.slice(at + 1))[0];
      broken.push(`${left}-${right}`.replaceAll('\u00AD', ''));
    }
    node.data = node.data
      .split('')
      .map((char, at) => (char === '\u00AD' ? (used.has(at) ? '-' : '') : char))
      .join('');
  }
  return broken;
}

window.sample = { renderFormulas, englishWords, hyphenate };
