import type { Word } from '../reading.ts'

/** How names of medicines end, at six letters or more. */
const LIKE_A_NAME =
  /^(?=.{6,})\p{L}*(?:ex|ax|ix|ol|zol|fen|profen|xicam|coxib|nac|azole|pril|artan|statin|mab|nib|cillin|mycin|cycline|oxacin|pam|lam|ine|idone|one|ide|ium|vir|tidine|etine|afil|dipine|olol|caine|codone|zepam|barbital|gesic|dol|din|xin|tan|max|zyl|dex|bex|flex|mol|lax|syl|tabs|caps|eze|zine|xa|zorb|trex|vex|via|ra|ica|ril)$/u
const ORDINARY = new Set(
  'medicine online machine imagine examine outline decline combine magazine routine alone phone someone everyone anyone throne stone zone bone provide inside outside beside decide divide override guide slide suicide worldwide countryside aside telephone ringtone milestone postpone protocol alcohol control patrol school carol idol relax syntax complex index reflex suffix prefix appendix netflix matrix affix climax begin login plugin cousin robin pumpkin cabin captain certain urine divine marine valentine wine spine fine line mine nine shine vine pine define refine engine vaccine sunshine deadline airline headline hotline timeline guideline baseline feminine genuine canine cuisine mezzanine concertina extra camera opera era zebra cobra ultra algebra orchestra vanilla arena america africa erica veronica olivia via trivia april evil civil nostril until urban suntan titan human woman japan plan titan sultan mine caravan christine caroline josephine chlorine gasoline trampoline jasmine quarantine adrenaline caffeine protein pristine mandarine tangerine turbine sardine latrine ravine stadium premium medium calcium podium aluminium gymnasium condominium symposium millennium trampolines bride pride ride side tide wide hide allergy bedside roadside fireside poolside seaside hillside genocide confide collide elide reside preside subside coincide homicide pesticide'.split(
    ' ',
  ),
)
const ASKED_ABOUT = new Set(
  'take taking took taken have having had use using try on stop about is are of some a my with and or called'.split(
    ' ',
  ),
)
const ANSWERS = new Set('ok okay allowed safe alright fine'.split(' '))

/** What one takes beside medicines: "can I take photos". */
const TAKEN_OTHERWISE = new Set(
  'photos pictures leave annual unpaid maternity holidays shower showers baths stairs public transport driving lessons another something anything someone medicine medication medications tablets painkillers notes turns flights videos naps breaks orders anyone everything nothing advantage action charge control credit delivery dancing things number message public longer shorter regular stronger normal prescribed tomorrow tonight wednesday tuesday thursday friday saturday sunday monday exercises exercise around before instead please either others plaster bandage dressing bandaid stitches travel measurements antihistamines supplements vitamins herbal strong daughter husband friend partner mother father minutes breath breathe'.split(
    ' ',
  ),
)
const MAY_TAKE = new Set('can could may should ok okay safe allowed alright'.split(' '))
const AFTER_IT = new Set(
  'for with too now today tonight instead at before after while and or please as'.split(' '),
)

/** "can I take hydralyte tonight": what stands after "take" in a question, and nothing else that is taken. */
const standsAsTaken = (words: readonly Word[], at: number): boolean => {
  const { text = '' } = words[at] ?? {}
  const after = words[at + 1]?.text
  return (
    words[at - 1]?.text === 'take' &&
    /^\p{L}{6,}$/u.test(text) &&
    !TAKEN_OTHERWISE.has(text) &&
    !ORDINARY.has(text) &&
    words.slice(0, at).some((word) => MAY_TAKE.has(word.text)) &&
    (after === undefined || AFTER_IT.has(after))
  )
}

/** What medicines and remedies come as: "dau xanh oil", "kawakawa balm", "ginseng soup". */
const REMEDIES = new Set(
  'oil balm tea powder capsule capsules drops cream gel lotion ointment plaster plasters tonic syrup extract supplement supplements vitamin vitamins gummies herbs remedy soup liniment rub spray tincture meds tablets milk workout'.split(
    ' ',
  ),
)
const OTHER_REMEDIES = new Set(
  'my the a some this that your more for sun hand face cooking olive car massage swallow swallowing big large'.split(
    ' ',
  ),
)
const ASKS_OK = new Set('ok okay allowed safe alright fine good can'.split(' '))
/** What else is asked about so: "tuesday ok?", "parking alright?" */
const NO_REMEDY = new Set(
  'tuesday wednesday thursday friday saturday sunday monday tomorrow today tonight morning afternoon evening weekend appointment booking visit exercise exercises stretches physio massage sauna shower baths alcohol belts flight flights travel sleep sleeping there which where would should could these those everything anything something nothing someone parents husband daughter please thanks thank hello sorry payment invoice parking clinic doctor nurse receptionist lunch dinner breakfast school earlier later april march still quick question hopefully maybe thats whats that this these those would'.split(
    ' ',
  ),
)

/** "kawakawa balm all good": a remedy by what it comes as, and a word before it that says which. */
const isRemedy = (words: readonly Word[], at: number): boolean =>
  REMEDIES.has(words[at]?.text ?? '') &&
  at > 0 &&
  !OTHER_REMEDIES.has(words[at - 1]?.text ?? '') &&
  words.some(({ text }) => ASKS_OK.has(text))

/** "efferalgan can take?": a name first, and the question right after. */
const isAskedFirst = (words: readonly Word[], at: number): boolean => {
  const { text = '' } = words[at] ?? {}
  return (
    at === 0 &&
    words.length <= MOST_WORDS &&
    /^(?!\p{L}*ing$)\p{L}{5,}$/u.test(text) &&
    !NO_REMEDY.has(text) &&
    !ORDINARY.has(text) &&
    !TAKEN_OTHERWISE.has(text) &&
    ASKS_OK.has(words[1]?.text ?? '') &&
    words[1]?.text !== 'good'
  )
}
const MOST_WORDS = 5

/** A word that no list knows and that looks like, and stands like, a medicine's name: "zorbolex ok?". */
export function unknownMedicine(words: readonly Word[], asked: boolean): string | undefined {
  const found = words.find(({ text }, at) => {
    if (standsAsTaken(words, at) || isRemedy(words, at) || isAskedFirst(words, at)) return true
    if (!LIKE_A_NAME.test(text) || ORDINARY.has(text)) return false
    const before = words[at - 1]?.text
    const after = words[at + 1]?.text
    const alone = words.length === 1
    return (
      alone ||
      asked ||
      ((before === undefined || ASKED_ABOUT.has(before)) &&
        (after === undefined || ANSWERS.has(after) || ASKED_ABOUT.has(before ?? '')) &&
        (ANSWERS.has(words.at(-1)?.text ?? '') ||
          words.some(({ text: word }) =>
            [
              'can',
              'take',
              'taking',
              'took',
              'about',
              'ok',
              'safe',
              'allowed',
              'tablet',
              'mg',
              'gel',
            ].includes(word),
          )))
    )
  })
  return found?.raw
}
