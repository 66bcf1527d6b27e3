/** Places on the body. Phrases are separated by commas; tables refer to a list as `@name`. */
export const BODY = {
  saddle: `
    groin, groins, crotch, saddle, between my legs, between me legs, tween my legs, tween me legs,
    tween the legs, between my thighs, between me thighs, between the legs, between her legs, between his legs,
    between legs, bum, bums, bottom, arse, ass, backside, butt, buttocks, bumhole, bum hole, bum cheeks,
    bum crack, back passage, anus, rectum, rear end, privates, private/personal parts, private/personal area,
    genital*, vagina, vag, fanny, vulva, labia, clit, clitoris, penis, willy, dick, cock, balls, ball sack,
    testicle*, nuts, scrotum, perineum, gooch, taint, bits, lady parts, lady bits, girl bits, front bottom,
    nether regions, nether region, nethers, front passage, rear passage, sit bones, sitting bones, underneath,
    my front, foof, hoohaa, minge, todger, knob, pubic area, rude bits, girly bits, manly bits, man bits,
    family jewels, crown jewels, crutch, love bits, lower regions, intimate area, intimate parts, rear,
    backdoor, back door, undercarriage, down there, down below, below the belt, inner thighs, inner thigh,
    tailbone, tail bone, where i sit, pelvic floor, pelvis, region down below, goolies, fud, vajayjay, vajay,
    va jay jay, my downstairs, me downstairs, downstairs area, tackle, round my date, around my date,
    round me date, up my date, my ring, me ring, ringpiece, ring piece, arsehole, freckle, clacker, my cheeks,
    me cheeks, both cheeks, between cheeks, between the cheeks, bum cheek, meat and two veg, lady garden,
    old fella, old boy, john thomas, pecker, schlong, wang, nads, gonads, plums, jatz crackers, foofer, fufu,
    foo foo, coochie, cooch, hoo ha, twat, cunt, punani, bajingo, botty, derriere, tush, tushy, rump,
    seat area, bathing suit area, bikini area, bikini line, tailpipe, tail pipe, tail end, nether parts,
    nether bits, manhood, johnson, my private, private, private area, private areas, private region,
    down south, my hole, hole area, between thighs, between the thighs, between pocket, between the pockets,
    place for sit, crack, intimate part, genital region, front end, cheeks of my bum, the cheeks, sitting area,
    sit upon, bike seat, bicycle seat, touches the seat, part i sit on, bit i sit on, bits i sit on, junk,
    my junk, meat, package, doodle, noo noo, wee man`,
  leg: `
    leg, legs, foot, feet, ankle, ankles, knee, knees, toe, toes, thigh, thighs, shin, shins, calf, calves,
    heel, heels, lower limb, limb, limbs, hip, hips`,
  legs: `
    legs, both feet, both my feet, both thighs, both my thighs, both sides, both ankles, both my ankles,
    both knees, both calves, both toes, feet, lower half, waist down, lower body`,
  onelimb: `
    leg, foot, feet, toe, toes, thigh, thighs, heel, heels, shin, calf, calves, ankle, arm, hand, fingers, hip,
    buttock, side of my leg`,
  site: `
    site, sites, spot, wound, hole, injection, injection site, needle mark, mark, puncture, area, skin,
    dressing, plaster, bandaid, bandage, patch, cut, back, hip, joint, where they put it, it, its, scab, lump,
    bruise, stitches, entry point, leg`,
  flesh: `
    site, sites, spot, wound, hole, injection, injection site, needle mark, mark, puncture, area, skin,
    dressing, plaster, patch, cut, back, hip, joint, where they put it, lump, bruise, stitches, leg, calf`,
  skinplace: `
    site, sites, wound, hole, injection site, needle mark, needle hole, mark, puncture, skin, dressing, plaster,
    patch, lump, stitches, scab, entry point, where they put it, bandaid, bandage`,
  covering: `
    dressing, dressings, bandage, bandages, plaster, plasters, bandaid, bandaids, band aid, gauze, padding,
    tegaderm, steri strips, steri strip, cotton ball`,
  airway: `
    throat, throats, tongue, tongues, airway, airways, windpipe, gullet, neck inside, back of my throat`,
  facepart: `
    face, mouth, smile, lip, eyelid, cheek, eyebrow, side of my mouth`,
  underwear: `
    knickers, undies, underpants, underwear, jocks, pants, pad, pads, panties, trackies, shorts, trousers,
    pyjamas, couch, seat, car seat, mattress, bed, sheets, clothes, jeans, skirt, pjs, leggings, tights,
    nightie, car seats, pants and, my pants`,
  seated: `
    when/while/where i sit, when/while sitting, sitting down, sit down, sit on, sitting on,
    seat/bike/bicycle/horse/saddle/toilet under, the chair under, the seat under`,
  bladderword: `
    bladder, waterworks, water works, waterwork, the tank`,
  bowelword: `
    bowels, bowel, back end, poo, poop, poos, stool, stools, motions, faeces, number twos, back passage, crap,
    number 2 s, number 2s, no 2 s, number two, number 2 just, number 2 in, bowel movement, bowel movements,
    motion, pooping, fecal, faecal, bowl movement, pooed, pooped, crapped, shat, shit myself, pood`,
} as const satisfies Record<string, string>
