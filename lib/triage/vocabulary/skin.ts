/** Skin, heat and stuff that comes out. Phrases are separated by commas; tables refer to a list as `@name`. */
export const SKIN = {
  fever: `
    fever, feverish, high temperature, temperature, burning up, hot, roasting, febrile, boiling hot, boiling,
    38.*, 39.*, 40.*, 41.*, 102.*, 103.*`,
  chills: `
    chills, shiver, shivers, shivery, shivering, shivered, rigors, the shakes, sweats and shakes, cold sweats,
    cold sweat, night sweats, sweats, drenched in sweat, soaked in sweat, dripping in sweat,
    pouring with sweat`,
  redness: `
    redness, inflammation, red blotch, pink blotch, red circle, red lump, red zone, red bit, red part,
    red patch, red area, red mark, red spot, red ring, pink bit, pink part, pink patch, pink area, pinkness,
    the red, the pink`,
  redthing: `
    beetroot, beet, tomato, lobster, cherry, strawberry, brick, fire engine, fire truck, traffic light,
    stop sign, ferrari, anything, hell, rose, chilli, santa, ketchup`,
  stuff: `
    fluid, stuff, goo, gunk, liquid, discharge, muck, ooze, crap, slime, puss, pus, water`,
  hotword: `
    hot, warm, burning, heat, boiling`,
  leaky: `
    leaking, leak, leaks, leaked, leaky, weeping, oozing, dripping, seeping, discharging, draining, wet,
    soaked, sticky, trickling`,
  rank: `
    manky, smelly, smells, smell, stinks, stinky, stink, pongs, pong, yucky, yuck, gross, nasty, gunky, gooey,
    crusty, green, yellow, yellowy, foul, feral, rotten, disgusting, rank, whiffy, funky`,
  badskin: `
    red, redder, reddish, reddened, inflamed, angry, hot, warm, swollen, swelling, swell~, puffy, puff~,
    throb~, burning, heat, weep~, weeping, ooze, oozing, ooz*, leak~, seep~, drip~, drain~, discharg*, pus, pussy, puss,
    gunk*, goo, gooey, crust*, yellow, green, greenish, yellowish, smell*, stink*, stinky, pong*, whiff*, manky,
    gammy, festy, rank, septic, infect*, fester*, hard lump, golf ball, lump, mush*, slimy, black, open up,
    opened, split, bubbl*, blister*`,
  itchy: `
    itchy, itch~, itching, scratch~, scratching, prickly, hives, rash, rashes, welts`,
  bad: `
    bad, really bad, severe, splitting, pounding, terrible, awful, horrible, killer, horrendous, thumping,
    banging, cracking, shocking, dreadful, throbbing, constant, massive, huge, raging, blinding, persistent,
    wicked, ripping, intense, nonstop, non stop, worst, vicious, nasty, mega, brutal`,
  headpain: `
    headache, migraine, head pain, head ache, head hurts, head is hurting, head aches, head is aching,
    head is pounding, head pounding, head is splitting, head is killing me, sore head, head is throbbing,
    my head`,
  vomit: `
    vomiting, vomit, vomited, vomits, throwing up, threw up, throw up, thrown up, spewing, spew, spewed,
    chucking up, chucked up, chucking, chundering, chunder, been sick, being sick, puking, puke, puked,
    barfing, upchuck, sicked up, sick up, bringing up, brought up, hurling, hurled, regurgitated`,
} as const satisfies Record<string, string>
