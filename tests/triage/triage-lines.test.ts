import { describe, expect, it } from 'vitest'
import { triageLines } from '../../local/triage-lines.ts'

describe('npm run triage', () => {
  it('answers each line with one line', () => {
    const { answers, errors } = triageLines(
      '{"text":"nurofen ok?","asked":"N2"}\n\n{"text":"took 20 panadol"}\n',
    )

    expect(errors).toEqual([])
    expect(answers.map((line) => JSON.parse(line))).toMatchObject([
      { intent: 'nsaid_question', drug: 'ibuprofen' },
      { intent: 'red_flag_emergency', tier: 1 },
    ])
  })

  it('reads a bare yes against the step that was sent last', () => {
    const { answers } = triageLines(
      '{"text":"yes","asked":"R2"}\n{"text":"yes","asked":"B1a"}\n{"text":"yes","asked":"F1"}',
    )

    expect(answers.map((line) => JSON.parse(line).intent)).toEqual(['confirm', 'yes', 'yes'])
  })

  it('names the line of a mistake and what is expected, and answers the others', () => {
    const { answers, errors } = triageLines(
      'nonsense\n{"text":"yes"}\n{"words":"yes"}\n{"text":"yes","asked":"Q9"}',
    )

    expect(answers).toHaveLength(1)
    expect(errors).toEqual([
      expect.stringMatching(/^line 1: not JSON; expected JSON like/),
      expect.stringMatching(/^line 3: expected JSON like/),
      expect.stringMatching(/^line 4: asked "Q9": expected a step key, one of W0, R1/),
    ])
  })
})
