import { describe, expect, it } from 'vitest'
import { triage } from '../../lib/triage/triage.ts'

const drug = (text: string, country = 'AU') => triage(text, { country }).drug

describe('medicines', () => {
  it.each([
    ['panadol ok?', 'paracetamol'],
    ['panafen ok?', 'nsaid'],
    ['mersyndol?', 'ask'],
    ['mersynofen?', 'nsaid'],
    ['herron gold?', 'paracetamol'],
    ['herron blue?', 'nsaid'],
    ['motrin dual action with tylenol ok?', 'nsaid'],
    ['panadol and nurofen together?', 'nsaid'],
    ['lemsip ok?', 'ask'],
    ['lemsip max all day cold & flu ok?', 'nsaid'],
    ['dimetapp ok', 'ask'],
    ['tiger balm ok?', 'ask'],
    ['glucosamine ok?', 'ask'],
    ['should i stop warfarin', 'blood_thinner'],
    ['im on prednisone', 'steroid'],
    ['symbicort ok?', 'steroid'],
    ['asprin for my heart ok?', 'aspirin'],
    ['voltaren gel ok?', 'nsaid_topical'],
    ['panadol with my eliquis?', 'blood_thinner'],
  ])('keeps look-alikes and combinations apart: %s is %s', (text, drugClass) => {
    expect(drug(text)?.class).toBe(drugClass)
  })

  it('answers no question for something else with paracetamol', () => {
    expect(drug('panadol not working what else can i take')?.class).toBe('ask')
  })

  it.each([
    'panadol with zydol',
    'panadol and a friend`s pills',
    'panadol with what i take at night',
    'tylenol pm',
    'panadol extra',
    'panadol for my 3 year old',
    'panadol with 🍷',
  ])('says OK to paracetamol beside nothing it does not know: %s', (text) => {
    expect(drug(text)?.class).not.toBe('paracetamol')
  })

  it.each([
    'can i take panadol',
    'is paracetamol ok for the pain',
    'panadol ok tonight?',
    'can i have 2 panadol before bed',
    'panadol 500mg, 2 every 4 hours?',
  ])('says OK to a plain question: %s', (text) => {
    expect(drug(text)?.class).toBe('paracetamol')
  })

  it('reads a name as its country does', () => {
    expect(drug('norgesic ok?')?.class).toBe('ask')
    expect(drug('norgesic ok?', 'US')?.class).toBe('aspirin')
  })

  it.each([
    'nurophen',
    'neurofen',
    'nurofin',
    'volteran',
    'voltarin',
    'ibuprofin',
    'ibprofen',
    'naproxin',
    'mobik',
    'celabrex',
    'ponston',
  ])('knows the misspelling %s as an anti-inflammatory', (name) => {
    expect(triage(`${name} ok?`).intent).toBe('nsaid_question')
  })

  it.each([
    'panadil ok?',
    'panadoxol ok?',
    'paracetaminex ok?',
    'tylenox ok?',
  ])('never guesses its way to paracetamol: %s', (text) => {
    expect(drug(text)?.class).not.toBe('paracetamol')
  })

  it.each([
    'zorbolex ok?',
    'can i take dolorex',
    'efferalgan can take?',
    'dau xanh oil ok?',
  ])('says an unknown medicine is unknown: %s', (text) => {
    expect(triage(text)).toMatchObject({
      intent: 'other_drug_question',
      drug: { class: 'unknown', name: 'that medicine' },
    })
  })

  it.each([
    'has it been proven',
    'ice cream after dinner',
    'panadol rain playing at the pub',
    'zinc roof is noisy',
  ])('takes no ordinary word for a medicine: %s', (text) => {
    expect(drug(text)).toBeUndefined()
  })

  it.each([
    'panadol not working',
    'had 2 panadol this morning, its a 4',
    '9 but the panadol takes the edge off',
  ])('answers nothing to paracetamol that is only told of: %s', (text) => {
    expect(drug(text)).toBeUndefined()
  })

  it.each([
    'selebrex?',
    'mefanamic acid 500mg ok with this',
    'anti inflamatrys??',
    'can i use cox 2 ones',
  ])('knows an anti-inflammatory however it is spelt: %s', (text) => {
    expect(triage(text).intent).toBe('nsaid_question')
  })

  it.each([
    'if it swells do i ring',
    'gonna be nana',
    'is that cheating',
  ])('guesses no medicine from an English word: %s', (text) => {
    expect(drug(text)).toBeUndefined()
  })

  it('shows a name that fits the answer', () => {
    expect(drug('can I take voltaren gel')?.name).toBe('Voltaren Gel')
    expect(drug('advil multi-symptom cold & flu?')?.name).toBe('Ibuprofen')
    expect(drug('anti inflammatories ok?')).toMatchObject({ name: 'that medicine', ingredient: 'nsaid' })
  })

  it('tells a dose taken and a doctor`s order from a question', () => {
    expect(drug('had 2 nurofen before i saw your text')).toMatchObject({ taken: true, prescribed: false })
    expect(drug('can i take nurofen')).toMatchObject({ taken: false, prescribed: false })
    expect(drug('my rheumatologist put me on mobic')).toMatchObject({ taken: false, prescribed: true })
  })

  it('keeps a score with a question about a medicine, and puts the score first with a dose told', () => {
    expect(triage('Pain 6 can I have nurofen')).toMatchObject({
      intent: 'nsaid_question',
      also: ['pain_score'],
      value: 6,
    })
    expect(triage('6 took 2 panadol')).toMatchObject({ intent: 'pain_score', value: 6 })
  })
})
