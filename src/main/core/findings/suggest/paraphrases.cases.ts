// The labelled set: claims said in other words, each with words of the passage it rests on. The papers are the sample
// papers of `resources/sample` and two texts written for this file. Every paper, number and person is invented.

/** A claim, and words that stand in the passage it paraphrases. */
export type Pair = readonly [claim: string, words: string];

export type LabelledPaper = { name: string; pairs: readonly Pair[] } & (
  | { /** A file of `resources/sample/papers`. */ pdf: string }
  | { /** Paragraphs. */ text: readonly string[] }
);

export const labelled: readonly LabelledPaper[] = [
  {
    name: 'glosses at the margin',
    pdf: 'glosses-at-the-margin.pdf',
    pairs: [
      [
        'Writing short notes raised delayed inference scores by over 14 points.',
        'Readers who wrote glosses answered 14.3',
      ],
      ['People reading in a foreign language gain about double from glossing.', 'The advantage was twice as large'],
      [
        'How much someone highlights says nothing about how well they understand.',
        'did not predict comprehension at all',
      ],
      ['Notes longer than a dozen words bring no extra benefit.', 'Glosses of more than twelve words were no better'],
      ['In usage logs, there are eleven highlights for each note people write.', 'counted eleven highlights'],
      [
        'Glosses made by others make reading quicker but hardly affect later tests.',
        'Prepared glosses speed up reading',
      ],
      [
        'A pop-up dictionary does not improve understanding in the long run.',
        'The dictionary made no lasting difference',
      ],
      ['Chinese native speakers mostly wrote notes in Chinese (71%).', 'wrote 71 percent of their glosses in Chinese'],
      [
        'Technical terms stay in English while explanations are in Chinese.',
        'technical term was nearly always left in English',
      ],
      ['The sample was 96 engineering students.', 'Ninety-six students of engineering'],
      ['Raters agreed on 94 % of the question classes.', 'agreed on the class of 94 percent'],
    ],
  },
  {
    name: 'expert reader',
    pdf: 'marginal-glosses-expert-reader.pdf',
    pairs: [
      ['For specialists, glossing gives only a 2-point gain, not distinguishable from none.', 'shrank to 2.1 points'],
      ['The more text experts highlight, the worse they do later.', 'was negatively related to the delayed score'],
      [
        'Scientists who highlighted over a third scored twelve points worse.',
        'marked more than a third of the text scored 12',
      ],
      ['Experts mostly write notes so they can find the spot later.', 'in order to find the place again'],
      ['Researchers produced fewer glosses than students did.', 'wrote less than the students had'],
      [
        'Second-language researchers still benefited, but the group was small.',
        'who read in their second language did gain',
      ],
      [
        'For an expert, a note records what was decided and does not cause it.',
        'records a decision rather than causing one',
      ],
      ['Tools should offer glosses to all readers without pushing them.', 'offered to everyone and urged upon no one'],
      ['Age and expertise are confounded in this study.', 'Expertise and age cannot be separated'],
    ],
  },
  {
    name: 'retrieval model',
    pdf: 'retrieval-model-of-marginal-notes.pdf',
    pairs: [
      [
        'Notes should go beside passages of medium difficulty, not the easiest or hardest.',
        'leave the easiest and the hardest passages alone',
      ],
      [
        'Several brief notes are better than a single long one because value is concave.',
        'short notes on several passages beat a long note',
      ],
      ['Use a second language only once the note is long enough.', 'a second language is worth using only after'],
      ['The half-life of a note is about ten seconds or nine words.', 'half-life of a note is ten seconds'],
      ['A highlight is treated as a note of length zero.', 'is a note of zero length'],
      ['The optimal allocation is unique.', 'has exactly one solution'],
      ['The model does not capture understanding.', 'The model says nothing about understanding'],
      [
        'Doubling the time available broadens which passages are annotated rather than lengthening notes.',
        'a doubled budget should widen',
      ],
    ],
  },
  {
    name: '双语旁注',
    pdf: 'bilingual-notes-eye-tracking.pdf',
    pairs: [
      ['并列对齐的旁注比堆叠旁注的回视少18%。', '回视次数减少18%'],
      ['读者在六成以上（63%）的旁注上只看一种语言。', '在63%的旁注上读者只看了一种语言'],
      ['另一种语言常在第一次回忆失败后才被读取。', '第一次回忆失败之时'],
      ['低水平读者从并列排布获得的好处更多，为12.4个百分点。', '低水平组从并列排布中获益12.4'],
      ['工具应默认突出先写的语言，但不要隐藏另一种。', '工具可以默认突出读者先写的语言'],
      ['两侧不一致的旁注占11%，并使正确率下降7.2个百分点。', '有11%的旁注出现了这种不一致'],
      ['并列排布的长处在于切换落点更准确。', '每次切换的落点更准'],
      ['被试是48名母语为汉语的理工科研究生。', '被试为48名理工科研究生'],
    ],
  },
  {
    name: 'transfer in lung scans',
    text: [
      'Transfer of Learned Features to Lung Scans When Labels Are Scarce',
      'Chest radiographs are read by the million, yet the images that carry a reliable label number in the hundreds at most hospitals. Networks that were first trained on photographs of everyday things are therefore often adapted to scans. Whether the first training is needed at all remains disputed.',
      'We compared networks initialised with weights from photographs with networks whose weights were drawn at random. All of them had eighteen layers and saw the same 2,400 radiographs, of which one half showed a nodule. Every network was trained five times with different seeds.',
      'Networks initialised from photographs reached an area under the curve of 0.91, those with random weights 0.84. The difference shrank as more labelled scans became available and vanished at about twenty thousand images. Tuning the last three layers alone gave nearly the whole benefit at a fifth of the cost in computation.',
      'When the radiographs came from a hospital that had not supplied any training image, sensitivity fell from 88 to 71 percent. Most of the loss was due to the printed marks that each hospital leaves at the edges of its films. Cropping the edges restored nine of the seventeen points.',
      'We also asked six radiologists to read two hundred of the scans. The best network was as accurate as the average radiologist but missed other nodules than they did. A reader and the network together found more nodules than either alone.',
      'Small changes of the input that no human eye can see turned the answer of the network in 64 percent of the cases. Training on such altered scans made the networks more robust, but their accuracy on ordinary scans dropped by two points. Averaging the answers of five networks did not protect against the attack.',
      'Heat maps are often offered as an explanation of what a network has seen. In our data the brightest region of the map lay outside the lung in every fifth scan that was classified correctly. A correct answer is thus no proof that the network looked in the right place.',
      'Labels taken from written reports by a program were wrong in eleven percent of the scans we checked. Networks tolerated this amount of noise well as long as the errors were spread evenly over both classes. Errors that concerned mainly small nodules did lasting harm.',
      'The study has limits. All scans show adults, and children’s lungs look different. We examined one architecture only, and deeper ones may need the first training less. The time that radiologists save was not measured.',
    ],
    pairs: [
      [
        'Pretraining on natural images beats random initialization (AUC 0.91 vs 0.84).',
        'reached an area under the curve of 0.91',
      ],
      ['With around 20,000 labelled images, pretraining no longer helps.', 'vanished at about twenty thousand'],
      ['Fine-tuning only the final layers gets most of the gain cheaply.', 'Tuning the last three layers alone'],
      [
        'Performance drops on data from an unseen hospital: sensitivity decreases to 71%.',
        'sensitivity fell from 88 to 71',
      ],
      ['Much of the domain gap comes from markers at the film borders.', 'printed marks that each hospital leaves'],
      ['Removing the image borders recovers about half of the lost performance.', 'Cropping the edges restored'],
      [
        'The network performs on par with an average radiologist yet makes different errors.',
        'was as accurate as the average radiologist',
      ],
      ['Human plus machine detect more nodules than each on their own.', 'A reader and the network together'],
      ['Imperceptible perturbations flip the prediction in most cases.', 'no human eye can see turned the answer'],
      ['Adversarial training increases robustness at the price of clean accuracy.', 'Training on such altered scans'],
      ['An ensemble of networks is no defence against the attack.', 'Averaging the answers of five networks'],
      [
        'In 20 % of correct cases the saliency map highlights areas outside of the lung.',
        'brightest region of the map lay outside',
      ],
      ['Automatically extracted report labels have an 11 % error rate.', 'Labels taken from written reports'],
      ['Evenly distributed label noise does little damage.', 'tolerated this amount of noise'],
      ['Systematic label mistakes on small nodules are harmful.', 'Errors that concerned mainly small nodules'],
      ['No paediatric images were included.', 'All scans show adults'],
      ['The time saved for doctors has not been evaluated.', 'The time that radiologists save'],
    ],
  },
  {
    name: 'hedgerows',
    text: [
      'Hedgerows, Hoverflies and the Yield of Field Beans',
      'Field beans set more pods when insects visit their flowers, but the farmland around them offers insects little to live on between the weeks of bloom. Hedgerows have been planted to fill the gap. We asked how near a hedge must be for the beans to profit.',
      'Over three summers we counted visits to bean flowers on forty-two farms, at distances of five to four hundred metres from the next hedge. Each plot was watched for thirty minutes on six mornings. Pods and seeds were counted at harvest by people who did not know the distances.',
      'Visits fell by half for every ninety metres from the hedge. Hoverflies accounted for a third of all visits near hedges and for almost none beyond two hundred metres, while bumblebees were as frequent in the middle of the field as at its edge. Honeybees depended on the nearest hives and not on hedges.',
      'Yield followed the visits, but weakly. Plots within fifty metres of a hedge gave 0.4 tonnes per hectare more than plots in the open, which pays for the land that the hedge takes after seven years. In the dry second summer there was no difference in yield at all, because water and not pollination limited the beans.',
      'Old hedges of many species were visited three times as often as young hedges of hawthorn alone. What mattered most was the number of shrub species that flower before the beans do. The height of a hedge had no influence.',
      'Aphids, too, were fewer near hedges. The larvae of hoverflies eat them, and plots within fifty metres had 38 percent fewer aphids than the others. On farms that sprayed in May the effect was absent.',
      'Farmers who had planted hedges with public money cut them every year; only every ninth waited until the berries had been eaten. Hedges that were cut every third winter carried twice the flowers. A rule about cutting would cost less than new planting and might bring more.',
      'We did not follow single insects, and cannot say how far one of them flies. Nor do we know whether the visitors would have gone to wild plants in the absence of the crop. Wild flowers at the foot of the hedge received fewer visits while the beans were in bloom.',
    ],
    pairs: [
      [
        'Pollinator visitation halves with each 90 m of distance from a hedgerow.',
        'Visits fell by half for every ninety metres',
      ],
      [
        'Hoverflies hardly reach flowers farther than 200 m from hedges.',
        'and for almost none beyond two hundred metres',
      ],
      [
        'Bumblebee numbers do not depend on the distance to the field edge.',
        'bumblebees were as frequent in the middle',
      ],
      ['Being close to a hedge increases yield by 0.4 t/ha.', 'gave 0.4 tonnes per hectare more'],
      ['The land lost to a hedge is repaid after seven years.', 'pays for the land that the hedge takes'],
      ['Under drought hedges had no effect on yield since water was limiting.', 'In the dry second summer'],
      ['Species-rich old hedges attract three times more visitors than young ones.', 'Old hedges of many species'],
      ['Early-flowering shrub diversity is the key factor.', 'number of shrub species that flower before'],
      ['Hedge height is irrelevant.', 'The height of a hedge had no influence'],
      ['Aphid numbers were 38% lower close to hedgerows.', '38 percent fewer aphids'],
      ['Spraying in May removes the pest control benefit.', 'On farms that sprayed in May'],
      [
        'Cutting hedges only once in three years doubles their flowers.',
        'cut every third winter carried twice the flowers',
      ],
      ['Regulating hedge cutting would be cheaper than planting more hedges.', 'A rule about cutting would cost less'],
      ['How far individual insects travel is unknown.', 'cannot say how far one of them flies'],
      ['During bean bloom, wild plants under the hedge get fewer visits.', 'Wild flowers at the foot of the hedge'],
    ],
  },
];
