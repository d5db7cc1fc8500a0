// Where an English word of the sample papers may be broken: a short list of words, then cautious rules.
// Chromium on most Linux machines has no English patterns for `hyphens: auto`, so the generator brings its own.
// Fit for these papers; not a general hyphenator.

/** Words whose breaks the rules would miss or misplace. Inflected forms are listed where they occur. */
const WORDS = new Map(
  `ac-a-dem-ic ac-tu-al-ly ad-mis-si-ble ad-van-tage ad-van-tages al-lo-ca-tion anal-y-ses anal-y-sis an-no-tat-ed
  an-no-ta-tion an-oth-er an-swer an-swers an-swered ar-gu-ment ar-gu-ments ar-ti-cle ar-ti-cles as-signed
  back-ground be-cause be-tween cei-ling cer-tain com-mit-ment com-par-ing com-pre-hen-sion com-pu-ta-tion
  con-di-tion con-di-tions con-se-quences con-straint con-tin-u-ous cor-re-la-tion cor-rect-ly cor-ro-sion cov-ari-ate
  de-ci-sion de-layed de-pend-ed de-pends de-posit-ed de-riv-a-tive dic-tio-nary dic-tio-nar-ies dif-fer-ence
  dif-fer-ent dif-fi-cult dif-fi-cul-ties dif-fi-cul-ty ear-li-er en-gi-neer-ing equal-i-ty ev-ery-where
  ex-am-i-na-tion ex-pe-ri-ence ex-per-i-ment ex-per-i-men-ter ex-per-i-ments ex-per-tise ex-plain ex-plains
  ex-pla-na-tion fac-tu-al fol-lowed fol-lows gen-er-al grown-up high-light high-light-ed high-light-er
  high-light-ing high-lights in-de-pen-dent in-fer-ence in-ter-est in-ter-me-di-ate in-ter-val in-ter-vals
  lan-guage lan-guages la-ter length-ens like-ly mar-gin mar-gin-al mar-gins ma-te-ri-als mea-sur-able mea-sure
  mea-sures me-di-an nat-u-ral nec-es-sary nev-er-the-less no-body noth-ing obliges ob-ser-va-tion ob-ser-va-tions
  oc-curred op-ti-mal op-por-tu-ni-ty orig-i-nal par-a-graph par-a-graphs par-al-lel par-tic-i-pants pas-sage
  pas-sages per-cent-age per-cen-tile per-form phonet-ics prac-ti-cal prac-tice pre-dict pre-dic-tion pre-dic-tions
  prob-a-bil-i-ty pro-ce-dure pro-por-tion pro-posed psy-chol-o-gy pub-lished ques-tion ques-tions read-ers read-er
  read-ing re-calls re-called re-port re-quires re-search re-search-er re-search-ers re-view re-main re-mained
  sec-ond sec-onds sen-tence sen-tences sep-a-rate sep-a-rat-ed sev-en ses-sion ses-sions sig-nif-i-cant
  sin-gle sit-u-a-tion soft-ware stu-dent stu-dents stud-ied stud-ies sub-ject sub-jects sub-stan-tial suf-fi-cient
  sug-gest sum-ma-ry tech-ni-cal the-o-ry to-geth-er trans-la-tion trans-lat-ed typ-i-cal un-der-stand un-der-stand-ing un-der-stood uni-ver-si-ty
  un-re-lat-ed ven-ture vo-cab-u-lary weight-ed when-ev-er with-out writ-ing writ-ten yel-low`
    .split(/\s+/)
    .map((word) => [word.replaceAll('-', ''), word.split('-').map((part) => part.length)]),
);

/** Two consonants that open a syllable or spell one sound, and so stay together. */
const TOGETHER = /^(?:[bcdfgpt]r|[bcfgpsk]l|[cgpstw]h|[cn]k|wr|kn|ng|qu|dg|s[ctpkw]|tw)$/;
const VOWEL = /[aeiouy]/;
/** A right half that is only an ending; the rules cannot tell whether the consonant before it belongs to it. */
const ENDING = /^[^aeiouy]*(?:e[sdr]?|ers?|est|ing|ings|y|ly|age|al)$/;
const SUFFIX = /^(?:[tscx]ions?|tion(?:al|ed|s)?|ments?|ness|less|ful|ship)$/;

/** Offsets at which `word` may be broken, rising; at least two letters before and three after. */
export function breaksOf(word) {
  const lower = word.toLowerCase();
  const listed = WORDS.get(lower);
  if (listed) {
    let at = 0;
    return listed.slice(0, -1).map((length) => (at += length));
  }
  if (word.length < 6 || !/^[a-z]+$/.test(word)) return [];
  const breaks = [];
  for (let at = 2; at <= word.length - 3; at += 1) {
    const right = word.slice(at);
    if (SUFFIX.test(right)) breaks.push(at);
    else if (opensSyllable(word, at) && !ENDING.test(right)) breaks.push(at);
  }
  return breaks;
}

/** Whether a syllable starts at `at` by the pattern vowel-consonant | consonant(s)-vowel. */
function opensSyllable(word, at) {
  const before = word[at - 1];
  const after = word.slice(at);
  if (VOWEL.test(before) || !VOWEL.test(word[at - 2] ?? '')) return false;
  const onset = /^[^aeiouy]+/.exec(after)?.[0] ?? '';
  if (onset.length === 0 || !VOWEL.test(after[onset.length] ?? '')) return false;
  if (TOGETHER.test(before + onset[0])) return false;
  return onset.length === 1 || (onset.length === 2 && TOGETHER.test(onset));
}
