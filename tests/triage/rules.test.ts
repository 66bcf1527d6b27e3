import { describe, expect, it } from 'vitest'
import { TWILIO_STOP } from '../../lib/triage/keywords.ts'
import { triage } from '../../lib/triage/triage.ts'

const intent = (text: string) => triage(text).intent
const tier = (text: string) => triage(text).tier
const optsOut = (text: string) => {
  const { intent: main, also = [] } = triage(text)
  return [main, ...also].includes('stop')
}

describe('negation and mixed texts', () => {
  it('lets a denial reach no further than its clause', () => {
    expect(tier('temp is normal but the spot is oozing')).toBe(2)
    expect(tier('no fever though the site smells')).toBe(2)
    expect(tier('no fever, leg numb')).toBe(2)
    expect(tier('no fever\nsite is hot and red')).toBe(2)
  })

  it('reads "I can feel it, I just cant move it" as an emergency', () => {
    expect(tier('I can feel it, I just cant move it')).toBe(1)
  })

  it.each([
    'there is no sensation when I sit',
    'I have no say over my bowels',
    'cant feel my bum',
  ])('keeps the "no" that is the symptom: %s', (text) => {
    expect(tier(text)).toBe(1)
  })

  it.each([
    'none of that here',
    'no fever, redness or swelling',
    'no fever no redness',
    'not red or hot',
  ])('raises nothing when every sign is denied: %s', (text) => {
    expect(intent(text)).toBe('no')
  })

  it.each([
    'temp came back to normal',
    'fever gone now',
    'swelling has gone down',
  ])('leaves what is over to staff: %s', (text) => {
    expect(intent(text)).toBe('unknown')
  })

  it.each([
    'hayfever is killing me',
    '38 degrees here today',
    'discharged from hospital last week',
    'the tap is leaking',
    'I had pneumonia last year',
    'dying for a coffee',
    'died laughing',
    'i cant feel my face when im with you 🎵',
  ])('takes no look-alike for a sign: %s', (text) => {
    expect(tier(text)).toBeUndefined()
  })

  it.each([
    'what should i do IF i get a fever',
    'what are the signs of infection',
    'how will i know if its infected',
  ])('leaves a sign that is only asked about to staff: %s', (text) => {
    expect(intent(text)).toBe('unknown')
  })

  it.each([
    'ok thanks, will ring if i get a fever',
    'suppose the site starts weeping, do i cover it',
    'could this injection make me lose bladder control?',
    'how would i know if it got infected',
    'chances of an allergic reaction?',
  ])('raises nothing for a sign to come: %s', (text) => {
    expect(tier(text)).toBeUndefined()
  })

  it.each([
    'had a blood clot in 1998 forgot to write it on the form',
    'i fainted at a blood test once when i was 15',
    'on xarelto for an old clot, do i stop it for the needle',
    'my neighbour took an overdose last year',
    'the internet collapsed out here',
  ])('raises nothing for what is long ago, a stranger`s or a thing`s: %s', (text) => {
    expect(tier(text)).toBeUndefined()
  })

  it('believes a relative who writes for her', () => {
    expect(tier('mum has a temperature of 38.7')).toBe(2)
    expect(tier('mum has a fever and isnt making sense')).toBe(1)
  })

  it('checks both parts of a sign for a denial', () => {
    expect(tier('legs strong, no weakness')).toBeUndefined()
    expect(tier('calf is fine not swollen')).toBeUndefined()
    expect(intent('legs strong, no weakness')).toBe('no')
  })

  it.each([
    'cannae feel my bum',
    'throte is clozing',
    'think im having an anafalactic reaction',
    'lost bowl control',
    'chess pain all night',
  ])('sees through spelling, dialect and dictation: %s', (text) => {
    expect(tier(text)).toBe(1)
  })

  it('takes a sign she is unsure of for one that is there', () => {
    expect(tier('dont know if this is infected, its red and weeping')).toBe(2)
  })

  it.each([
    ['STOP my site is infected', 'stop'],
    ['YES but site is oozing', 'yes'],
    ['C but i cant feel my bum', 'confirm'],
    ['thanks, my temp is 38.3', 'thanks'],
    ['6 and i have a temp', 'pain_score'],
    ['stop the texts. the jab got infected', 'stop'],
    ['cant come friday ive got a fever', 'cannot_attend'],
    ['can i have nurofen for this fever', 'nsaid_question'],
  ])('puts a red flag before all else and keeps the rest: %s', (text, other) => {
    const finding = triage(text)

    expect(finding.tier).toBeDefined()
    expect(finding.also).toContain(other)
  })

  it('keeps the score beside an infection', () => {
    expect(triage('6/10 and the site is hot and weeping')).toMatchObject({
      intent: 'red_flag_clinic',
      value: 6,
    })
  })

  it.each([
    '9. i never signed up for this',
    'kindly discontinue sending sms to this mobile',
    'dad doesnt want these texts anymore',
    'switch the messages off would you',
    'these texts are doing my head in, stop',
  ])('hears an opt-out in whatever words: %s', (text) => {
    expect(optsOut(text)).toBe(true)
  })

  it.each([
    'should i stop mobic before tuesday',
    'cancel my appointment and text me a new time',
    'drop the message to my wife',
    'enough of this pain',
    'i got your text, thanks',
    'can you text my husband instead',
    'when do i stop wearing the belt',
    'should i stop the exercises if sore',
    'thinking of ending it',
    'i want to end it all',
    'stop sign at the corner of your street is down',
    'bus stop is outside',
    'the end of the week suits',
    'quit smoking last year',
    'please dont stop the reminders',
    'cancel my appointment',
  ])('opts nobody out who speaks of something else: %s', (text) => {
    expect(optsOut(text)).toBe(false)
  })

  it.each(
    TWILIO_STOP.flatMap((word) => [word, word.toUpperCase(), `${word}.`, ` ${word}! `]),
  )('opts out on the carrier keyword as the whole message: "%s"', (text) => {
    expect(optsOut(text)).toBe(true)
  })

  it.each([
    'stop please',
    'take me off',
    'no more texts pls',
    'please remove my number',
    'i dont want these messages',
  ])('misses no opt-out: %s', (text) => {
    expect(intent(text)).toBe('stop')
  })

  it('keeps CANCEL for staff as well', () => {
    expect(triage('CANCEL')).toMatchObject({ intent: 'stop', also: ['cannot_attend'] })
  })

  it.each([
    'took 2 tablets',
    'its been 3 weeks',
    'week 4',
    'on the 6th right?',
    '10:30',
    'im 54',
    '0412 345 678',
    '12/1',
  ])('takes no other number for a score: %s', (text) => {
    expect(triage(text).value).toBeUndefined()
  })

  it.each([
    'pain -2',
    'yes, 4 out of 7 days',
    '100',
    'need 000',
    'my daughter is 8',
  ])('takes what is no score on the scale for none: %s', (text) => {
    expect(triage(text).value).toBeUndefined()
  })

  it('hears the yes in days of the week', () => {
    expect(intent('yes, 4 out of 7 days')).toBe('yes')
  })

  it.each([
    ['8 today but 4 now', 4],
    ['would have been 8 last week but now more like 3', 3],
    ['down to a 2 from an 8', 2],
    ['it used to be nine but now maybe two', 2],
    ['L side 3, R side 5', 5],
    ['6 1/2', 6.5],
    ['5½', 5.5],
    ['killing me today, 8', 8],
    ['3-4', 4],
    ['left 2 right 6', 6],
    ['gone from a 2 to a 6', 6],
    ['was 7 now 3', 3],
    ['12', 10],
    ['week 2, id say 5', 5],
    ['5️⃣', 5],
    ['nine outa ten', 9],
    ['6 and a half', 6.5],
  ])('reads the score of %s as %d', (text, value) => {
    expect(triage(text)).toMatchObject({ intent: 'pain_score', value })
  })

  it.each([
    ['No wuckas', 'thanks'],
    ['no worries', 'thanks'],
    ['I wont miss it', 'confirm'],
    ['cant wait see you then', 'confirm'],
    ['yeah nah did em', 'yes'],
    ['havent missed a day', 'yes'],
  ])('hears the yes in %s', (text, meant) => {
    expect(intent(text)).toBe(meant)
  })
})

describe('the tier', () => {
  it('rises when a swollen calf comes with breathlessness', () => {
    expect(tier('my calf is swollen')).toBe(2)
    expect(tier('calf swollen and im breathless')).toBe(1)
  })

  it('rises when numbness is in both legs', () => {
    expect(tier('my foot is numb')).toBe(2)
    expect(tier('both legs numb')).toBe(1)
  })

  it('rises when a fever comes with confusion or a stiff neck', () => {
    expect(tier('temp 39')).toBe(2)
    expect(tier('temp 40 and confused')).toBe(1)
    expect(tier('fever and stiff neck')).toBe(1)
  })

  it.each(['38.2', 'temp 38', '101.5F', '🤒 38.4'])('counts a fever in numbers: %s', (text) => {
    expect(tier(text)).toBe(2)
  })

  it.each(['sats 88', 'oxygen was 86 this morning'])('rises when oxygen is in the eighties: %s', (text) => {
    expect(tier(text)).toBe(1)
  })

  it('gives self-harm, poisoning and pregnancy answers of their own', () => {
    expect(triage('i dont want to live anymore')).toMatchObject({ tier: 1, answer: 'crisis' })
    expect(triage('took 20 panadol')).toMatchObject({ tier: 1, answer: 'poison' })
    expect(triage('im pregnant')).toMatchObject({ intent: 'red_flag_clinic', tier: 2, answer: 'pregnant' })
  })

  it('rises to clinic when the flare has lasted beyond four weeks', () => {
    expect(tier('no better')).toBeUndefined()
    expect(triage('no better', { dayInPhase: 30 }).tier).toBe(2)
    expect(tier('week 5 and still worse than before the jab')).toBe(2)
  })

  it('leaves what relatives and pets have to staff, not what they say of her', () => {
    expect(tier('my dog has a rash')).toBeUndefined()
    expect(tier('mum had a stroke last year')).toBeUndefined()
    expect(tier('my son says the wound looks manky')).toBe(2)
  })
})

describe('the last question', () => {
  it('makes a yes or no to C or R an answer about the visit', () => {
    expect(triage('yes', { asked: 'C/R' }).intent).toBe('confirm')
    expect(triage('nah', { asked: 'C/R' }).intent).toBe('cannot_attend')
    expect(triage('yes', { asked: 'Y/N' }).intent).toBe('yes')
  })

  it('makes a bare strange word a medicine where a name was asked for', () => {
    expect(triage('trulicity', { asked: 'drug name' }).drug?.class).toBe('unknown')
  })
})
