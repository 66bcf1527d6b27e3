/** The toilet. Phrases are separated by commas; tables refer to a list as `@name`. */
export const TOILET = {
  urinate: `
    passed water, passed urine, wee, wees, weeing, weed, pee, pees, peeing, peed, urinate, urinating, urine,
    pass urine, passing urine, pass water, passing water, go for a wee, piss, pissing, tinkle, take a leak,
    piddle, empty my bladder, widdle, do a wee, do a we, have a wee, have a we, go for a we, do a pee, spend a penny, slash, wizz,
    urination, water works, stream, tinkles, peeing myself`,
  toilet: `
    toilet, loo, dunny, bathroom, number two, number twos, poo, pooing, poop, pooping, wee, pee, wipe, wiping,
    myself wipe, go to the toilet, use the toilet`,
  wipe: `
    wipe~, toilet/loo/bog/dunny/tissue paper/roll/tissue, the paper, tp, bidet`,
} as const satisfies Record<string, string>
