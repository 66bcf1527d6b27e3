const words = (list: string): ReadonlySet<string> => new Set(list.split(', '))

/** Names that are also ordinary words, or so short that they are: they count only right beside a word of taking. */
export const ORDINARY: ReadonlySet<string> = words(
  'proven, sone, inza, actron, asa, pred, ice, heat, msm, zinc, bayer, act 3, cambia, vanquish, norco, keral, breo, rayos, akis, puffer, goanna, day nurse, night nurse, aspec, caprin, consensi, mobilis, diclo, volts, nuro, ibu, weed, gummies, iron tablets, tens, inhaler, steroid, steroids, oxy, vaccine, insulin, marijuana, edibles, the pill, proflex, cardasa, deep relief, supplements, collagen, flector, rafen, spren, clonac, hedex, icy hot, 222 tablets, antibiotics, antibiotic, vicks, protein powder, creatine, frozen peas, electric blanket, panado, panadal',
)

/** English words a slip or two away from a name: no guess is made from them. */
export const NOT_MEANT: ReadonlySet<string> = new Set(
  `
  action acton advice advise advised allegory allegro ambient angeles annette ansaids antique arnold
  arthritic asperger aspire aspiring aspirins augment benches bengal boswell buffer calibre capsule capsules
  celebrate celebrity celery celeste cerebral cheating clinic clitoris codes coding collage collagens
  collapse collate colleen college colleges condense consensus consent coral cordial corral cortex cortez
  covers covertly creaking create creating creation creations creative creator creature cretin cretins
  crystal cymbal cymbals decision decorum deltas diesel difference different diploma diplomas diplomat
  discover dynasty endured entropy excedes excited fentanyls flexible flexing garlic ginger gonna goods
  goody heaping hearing inhale inhaled inhales lyric lyrical lyrics magazine magnesia magnetism mandarin
  mandate mandated mariana medical medrone metal methane migraine migrate migrated mobile mobiles motion
  motrins naproxens narrate narrated nature neurons neurotic normal novels parading paradise percent ponton
  powered powerful presented presenter preserve preserved preserver preserves pretender prevent prevented
  prevents prove proved proves puffed puffers rehired releif relief restart retired salinas salons secretive
  segments serenade solone stains stating stations stephen stereo steroidal surface swells swiss symbiont
  syringe tablet tablets trackies tracky tramline tramway triplicate turmoil ultra valerie valid value
  vanish vanquished verbatim versatile veteran volcano voltage voltaire warfare
`
    .trim()
    .split(/\s+/),
)
