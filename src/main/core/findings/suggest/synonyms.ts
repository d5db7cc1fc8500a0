// Words of research prose that stand for one another when a claim is said again. Subject words are not here: those are
// the user's own term base.
import { tokensOf } from './words.ts';

/** One group a line; a word may be in several. */
const GROUPS = `
accuracy correctness precision
adapt adjust tailor
aid assist help support facilitate
algorithm method approach technique procedure scheme
annotate label mark
answer response reply
approximately about roughly around nearly
attack perturbation adversarial
attain achieve reach obtain
baseline control reference
benefit advantage gain merit
better superior outperform exceed surpass improve
worse inferior poor degrade deteriorate
big large great huge
small little minor tiny modest
cause lead induce produce yield result
challenge difficulty problem obstacle
choose select pick
classify categorize recognize
clinician doctor physician radiologist
combine fuse integrate merge join
compare contrast versus relative
complex complicated elaborate
comprehend understand
comprehension understanding
computer machine automatic automated
conclude infer deduce
correct right accurate
create build construct make generate produce
data dataset corpus sample
decrease reduce lower decline drop diminish fall shrink lessen cut
deep depth
demonstrate show reveal indicate suggest find report observe prove confirm
describe explain
detect identify locate find discover
determine decide establish
difference gap discrepancy
disease illness disorder condition
effect impact influence
edge border boundary margin
effective efficient useful
eliminate remove discard drop
employ use utilize apply adopt
enable allow permit let
enhance improve boost strengthen raise
error mistake fault
estimate predict forecast
evaluate assess test examine measure
example instance case sample
experiment trial study test
expert specialist experienced skilled
fast quick rapid swift speed
feature characteristic attribute property
few scarce limited insufficient
forget lose
frequent common often
image picture photograph scan
important crucial essential key significant vital
increase raise grow rise gain enlarge
initial first beginning start
initialize start
investigate examine study explore analyse analyze
keep retain preserve maintain remember
lack absence missing without
layer level
learn train acquire
length long duration
less fewer
main chief primary principal major
match equal equivalent comparable par same
mean average
memory recall retention remember
model network system architecture
necessary required needed
need require demand
network net
new novel
number amount count quantity
native mother
look search
only solely merely
depend rely
irrelevant unrelated independent
close near adjacent nearby
remove crop trim
spot place location position
paper article work
parameter weight
participant subject volunteer person
patient subject
performance result score
period duration time
person people human individual
pretrained pretraining pretrain
previous prior earlier former
read reader reading
recent lately
remain stay
repeat again
reveal disclose
robust resistant resilient stable
scratch random
size magnitude
slow slower
solve address tackle
stage phase step
student learner pupil
sufficient enough adequate
surpass exceed beat
task job
text passage document
transfer carry
twice double
half halve
use usage utilization
useful helpful beneficial
vary differ change
vary variation variability
write author compose
提高 提升 改善 增强 改进
降低 减少 下降 减小
增加 增长 上升 增大
优于 超过 胜过 好于 高于
表明 显示 说明 证明 发现 揭示
方法 算法 技术 手段
模型 网络 系统
使用 采用 利用 运用
效果 性能 表现
影响 作用
重要 关键 显著
数据 样本
需要 要求
能够 可以
不同 差异 区别
读者 阅读者
记忆 回忆 记住
理解 领会
快速 迅速
错误 误差
`;

/** Antonyms: a passage that puts one where the finding has the other does not say the same. */
const OPPOSITES = `
higher lower
high low
increase decrease
increases decreases
increased decreased
more less
more fewer
better worse
best worst
larger smaller
faster slower
with without
above below
before after
improves degrades
improved degraded
positive negative
significant insignificant
outperforms underperforms
benefits harms
提高 降低
增加 减少
上升 下降
高于 低于
优于 劣于
更好 更差
更多 更少
有 无
`;

const tokenTexts = (line: string): string[] => [...new Set(tokensOf(line).map(({ text }) => text))];
const linesOf = (text: string): string[] => text.trim().split('\n');

/** For each token the tokens that may stand for it. */
const others: ReadonlyMap<string, ReadonlySet<string>> = (() => {
  const map = new Map<string, Set<string>>();
  for (const group of linesOf(GROUPS).map(tokenTexts)) {
    for (const one of group) {
      const set = map.get(one) ?? new Set<string>();
      map.set(one, set);
      for (const other of group) if (other !== one) set.add(other);
    }
  }
  return map;
})();

const NONE: ReadonlySet<string> = new Set();

/** Tokens that may stand for this one. */
export const synonymsOf = (token: string): ReadonlySet<string> => others.get(token) ?? NONE;

const opposites: readonly [string, string][] = linesOf(OPPOSITES).flatMap((line) => {
  const [a = '', b = ''] = line.split(' ');
  return [
    [a, b],
    [b, a],
  ] as [string, string][];
});

const words = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{Script=Latin}]+/gu) ?? []);
const NEGATION = /\b(?:not|no|never|neither|nor|cannot|none|without|fail(?:s|ed)?|n't)\b|[不没未无]/giu;

/** True where one text turns the other round: another count of negations, or an opposite in place of a word. */
export function isTurnedRound(a: string, b: string): boolean {
  if ((a.match(NEGATION)?.length ?? 0) !== (b.match(NEGATION)?.length ?? 0)) return true;
  const [inA, inB] = [words(a), words(b)];
  return opposites.some(([one, other]) => {
    if (/^[a-z]/.test(one)) return inA.has(one) && inB.has(other) && !inA.has(other) && !inB.has(one);
    return one.length > 1 && a.includes(one) && b.includes(other) && !a.includes(other) && !b.includes(one);
  });
}
