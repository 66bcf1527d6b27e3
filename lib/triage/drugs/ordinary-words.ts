const words = (list: string): ReadonlySet<string> => new Set(list.split(', '))

/** Names that are also ordinary words, or so short that they are: they count only right beside a word of taking. */
export const ORDINARY: ReadonlySet<string> = words(
  'proven, sone, inza, actron, asa, pred, ice, heat, msm, zinc, bayer, act 3, cambia, vanquish, norco, keral, breo, rayos, akis, puffer, goanna, day nurse, night nurse, aspec, caprin, consensi, mobilis, diclo, volts, nuro, ibu, weed, gummies, iron tablets, tens, inhaler, steroid, steroids, oxy, vaccine, insulin, marijuana, edibles, the pill, proflex, cardasa, deep relief, supplements, collagen, flector, rafen, spren, clonac, hedex, icy hot, 222 tablets, antibiotics, antibiotic, vicks, protein powder, creatine, frozen peas, electric blanket, panado, panadal',
)

/** English words one letter away from a name: no guess is made from them. */
export const NOT_MEANT: ReadonlySet<string> = words(
  'migraine, restart, action, lyrics, lyrical, aspiring, aspirins, puffed, puffers, mobile, mobiles, celery, motion, normal, medical, relief, releif, solone, motrins, volcano, magazine, codes, decision, cordial, cortex, novels, nature, advise, advice, advised, endured, surface, stereo, steroidal, diesel, deltas, excited, excedes, hearing, heaping, turmoil, garlic, tablets, tablet, arnold, capsule, capsules, benches, antique, flexible, flexing, naproxens, tramline, tramway, valid, value, clinic, collapse, collagens, ginger, fentanyls, medrone, ansaids, entropy, percent, syringe, difference, different',
)
