// Emphasis in text without spaces. CommonMark's flanking rule leaves the stars of `**术语（term）**是` standing, for they
// come after a bracket and before a letter; writers of Chinese, Japanese and Korean mean emphasis there. Here stars next
// to an East Asian character may open and close whatever is on their other side; everything else is CommonMark 0.31, 6.2.
import type { Code, Construct, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';

const STAR = 42;
const EAST_ASIAN =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef]/u;

type Kind = 'space' | 'mark' | 'eastAsian' | 'other';

/** What stands beside the stars; codes below zero are line ends and tabs, null is the end of the text. */
function kindOf(code: Code): Kind {
  if (code === null || code < 0) return 'space';
  const character = String.fromCharCode(code);
  if (EAST_ASIAN.test(character)) return 'eastAsian';
  if (/\s/u.test(character)) return 'space';
  return /[\p{P}\p{S}]/u.test(character) ? 'mark' : 'other';
}

/** May stars with `near` on the side of the words and `far` on the other begin or end an emphasis? */
const flanks = (near: Kind, far: Kind): boolean => near !== 'space' && (near !== 'mark' || far !== 'other');

const attention: Construct = {
  name: 'eastAsianAttention',
  tokenize(effects, ok) {
    const markers = this.parser.constructs.attentionMarkers.null ?? [];
    const { previous } = this;
    const before = kindOf(previous);
    const inside: State = (code) => {
      if (code === STAR) {
        effects.consume(code);
        return inside;
      }
      const run = effects.exit('attentionSequence');
      const after = kindOf(code);
      run._open = flanks(after, before) || markers.includes(code);
      run._close = flanks(before, after) || markers.includes(previous);
      return ok(code);
    };
    return (code) => {
      effects.enter('attentionSequence');
      return inside(code);
    };
  },
  // Pairing what opens with what closes stays the parser's own.
  resolveAll: (events, context) => own(context)?.resolveAll?.(events, context) ?? events,
};

function own({ parser }: TokenizeContext): Construct | undefined {
  const all = parser.constructs.text?.[STAR] ?? [];
  return (Array.isArray(all) ? all : [all]).find(({ name }) => name === 'attention');
}

/** A remark plugin. */
export function eastAsianEmphasis(this: Processor): void {
  const data = this.data() as { micromarkExtensions?: Extension[] };
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { text: { [STAR]: attention } }];
}
