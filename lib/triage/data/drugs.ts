// Written by `npm run drugs` from drugs.csv, whose README says where the names come from. Do not edit.

/** Names by class and first ingredient, separated by "|"; "@AU;NZ" after one used only there. */
// biome-ignore format: generated
export const DRUGS = {
  nsaid: {
    "nsaid":
      "NSAID|NSAIDs|anti-inflammatory|antiinflammatory|anti-inflammatories|anti inflammatory|COX-2 inhibitor|coxib|anti inflammatories|anti-inflam|anti-inflams|antiinflam|antiinflams|antiinflammatories",
    "ibuprofen":
      "ibuprofen|ibuprofen lysine|ibuprofen sodium|dexibuprofen|Nurofen@AU;NZ;UK;IE|Advil@AU;NZ;US;CA|Motrin@US;CA|Brufen@AU;NZ;UK;IE|Brufen Retard@NZ;UK;IE|Brufen SR@NZ;UK;IE|Brufen Syrup@NZ;UK;IE|Nurofen Zavance@AU;NZ|Nurofen QuickZorb@AU;NZ|Nurofen Liquid Capsules@AU;NZ|Nurofen Caplets@AU;NZ|Nurofen Double Strength@NZ|Nurofen Back Pain@AU;NZ;UK|Nurofen Migraine Pain@AU;NZ;UK|Nurofen Period Pain@AU;NZ;UK|Nurofen Tension Headache@UK;AU|Nurofen Express@UK;IE|Nurofen Meltlets@UK;IE|Nurofen Joint & Back Pain Relief@UK;IE|Nurofen for Children@AU;NZ;UK;IE|Advil Liqui-Gels@US;CA|Advil Extra Strength@CA|Advil Muscle and Joint@CA|Advil 12 Hour@CA|Advil Tablets@CA|Advil Caplets@CA|Advil Gel Caplets@CA|Advil Migraine@US;AU|Advil Liquid Capsules@US;AU|Children's Advil@US;CA|Children's Motrin@US;CA|Motrin IB@US;CA|Nuprin@US|Haltran@US|Trendar@US|Rufen@US|Medipren@US|Midol IB@US|Genpril@US|Proprinal@US|Caldolor@US|Panafen@AU|Rafen@AU|ProVen@AU|Bugesic@AU|Herron Blue@AU|ACT-3@AU|Panafen IB@AU|Chemists Own Ibuprofen@AU|APOHEALTH Ibuprofen@AU|I-Profen@NZ|Fenpaed@NZ|Cuprofen@UK|Anadin Ibuprofen@UK|Anadin LiquiFast@UK|Anadin Joint Pain@UK|Hedex Ibuprofen@UK|Calprofen@UK|Galprofen@UK|Ibucalm@UK|Arthrofen@UK|Ebufac@UK|Mandafen@UK|Feminax Express@UK|Migrafen@UK|Fenbid Spansule@UK|Easofen@IE|Brupro@IE|Buplex@IE|Melfen@IE|Nurofen Plus@AU;NZ;UK;IE|Panafen Plus@AU|Rafen Plus@AU|ProVen Plus@AU|Brufen Plus@AU|Ibudeine@AU|Solpadeine Migraine@UK|Cuprofen Plus@UK|Codafen Continus@UK|Vicoprofen@US|Combunox@US|Reprexain@US|Ibudone@US|Duexis@US|Mersynofen@AU|Nuromol@AU;NZ;UK;IE|Maxigesic@AU;NZ|Combogesic@UK;IE;US|Ibupane@AU|Chemists Own Ibuprofen + Paracetamol Duo@AU|Pharmacy Action Paracetamol & Ibuprofen@AU|Advil Dual Action@US|Motrin Dual Action with Tylenol@US|Combiflam@other|Nurofen Cold & Flu@AU;NZ;UK|Nurofen Cold and Flu@AU;NZ;UK|Nurofen Cold & Flu PE@AU;NZ|Nurofen Cold & Flu Relief@UK;IE|Nurofen Sinus Pressure & Headache Relief@UK|Nurofen Sinus Relief@UK|Lemsip Max All Day Cold & Flu@UK|Lemsip Max All Night Cold & Flu@UK|Nurofen All Day Cold and Flu@UK|Nurofen All Night Cold and Flu@UK|Sudafed Sinus Pressure & Pain@UK|Sudafed Sinus + Anti-inflammatory Pain Relief@AU|Advil Cold & Sinus@US;CA|Motrin IB Sinus@US|Motrin Sinus Headache@US|Advil Allergy Sinus@US|Advil Allergy & Congestion Relief@US|Advil Multi-Symptom Cold & Flu@US|Advil Sinus Congestion & Pain@US|Ibuprofen Cold & Sinus@US|Advil PM@US|Motrin PM@US|Advil Nighttime@CA|Dristan Sinus@US|Dimetapp Sinus@US|Robax Platinum@CA|Motrin Platinum Muscle and Body@CA",
    "naproxen":
      "naproxen|naproxen sodium|Naprosyn|Naprogesic@AU;NZ|Anaprox@AU;US;CA|Anaprox DS@US|EC-Naprosyn@US|Naprelan@US|Aleve@AU;US;CA|Naprosyn SR@AU|Proxen SR@AU|Crysanal@AU|Inza@AU|Femme Free@AU|Noflam@NZ|Sonaflam@NZ|Naxen@NZ|Synflex@NZ;UK|Feminax Ultra@UK|Boots Period Pain Relief@UK|Stirlescent@UK|Nycopren@UK|Flanax@US|Pamprin All Day@US|Midol Extended Relief@US|Maxidol@CA|Apo-Naproxen@CA|Teva-Naproxen@CA|Aleve-D@US|Aleve Cold & Sinus@US|Aleve PM@US|Vimovo@AU;NZ;UK;US;CA|Treximet@US|Suvexx@CA|Prevacid NapraPAC@US|Napratec@UK",
    "diclofenac":
      "diclofenac|diclofenac sodium|diclofenac potassium|Voltaren@AU;NZ;US;CA|Voltarol@UK;IE|Voltaren Rapid@AU;NZ;CA|Voltaren Rapid 25@AU;NZ;CA|Voltaren SR@AU;NZ;CA|Fenac@AU|Clonac@AU|Apo-Diclofenac@AU|Diclohexal@AU|Imflac@AU|Dinac@AU|Cataflam@NZ;US|Diclax SR@NZ|Apo-Diclo SR@NZ|Difene@IE|Diclac@IE|Motifene@UK;IE|Diclomax@UK|Dicloflex@UK|Econac@UK|Akis@UK|Dyloject@UK|Zipsor@US|Zorvolex@US|Lofena@US|Cambia@US;CA|Arthrotec@UK;IE;US;CA",
    "ketoprofen":
      "ketoprofen|Orudis@AU;US;CA|Orudis SR@AU;US;CA|Oruvail@AU;NZ;UK;US|Oruvail SR@AU;NZ;UK;US|Orudis KT@US|Actron@US|Axorid@UK",
    "dexketoprofen":
      "dexketoprofen@UK;IE|Keral@UK;IE|Skudexa@UK;IE",
    "flurbiprofen":
      "flurbiprofen|Ansaid@US;CA|Froben@UK;IE;CA|Strepfen@AU;NZ|Strefen@UK;IE|Strepsils Intensive@IE;AU;UK",
    "fenoprofen":
      "fenoprofen@US;UK|Nalfon@US|Fenopron@UK",
    "fenbufen":
      "fenbufen@UK|Lederfen@UK",
    "tiaprofenic acid":
      "tiaprofenic acid@AU;NZ;UK;CA|Surgam@AU;NZ;UK;CA",
    "oxaprozin":
      "oxaprozin@US;CA|Daypro@US;CA",
    "indometacin":
      "indometacin|indomethacin|Indocid@AU;NZ;UK;CA|Arthrexin@AU|Rheumacin@NZ|Indocin@US|Tivorbex@US",
    "sulindac":
      "sulindac|Clinoril@AU;US;CA|Aclin@AU|Daclin@NZ",
    "tolmetin":
      "tolmetin@US;CA|Tolectin@US;CA",
    "etodolac":
      "etodolac@UK;US;CA|Lodine@UK;US|Eccoxolac@UK|Ultradol@CA",
    "ketorolac":
      "ketorolac|Toradol|Sprix@US",
    "aceclofenac":
      "aceclofenac@UK;IE|Preservex@UK",
    "acemetacin":
      "acemetacin@UK|Emflex@UK",
    "piroxicam":
      "piroxicam|Feldene@AU;UK;IE;US;CA|Feldene-D@AU|Mobilis@AU|Brexidol@UK",
    "tenoxicam":
      "tenoxicam@NZ;UK;CA|Tilcotil@NZ|Mobiflex@UK;CA",
    "meloxicam":
      "meloxicam|Mobic@AU;NZ;UK;IE;US|Movalis@AU|Moxicam@AU|Meloxibell@AU|Arrow-Meloxicam@NZ|Mobicox@CA|Vivlodex@US|Anjeso@US",
    "lornoxicam":
      "lornoxicam@UK",
    "mefenamic acid":
      "mefenamic acid|Ponstan@AU;NZ;UK;IE;CA|Ponstel@US|Mefac@IE",
    "tolfenamic acid":
      "tolfenamic acid@UK|Clotam@UK",
    "meclofenamic acid":
      "meclofenamate@US|meclofenamic acid@US|Meclomen@US",
    "flufenamic acid":
      "flufenamic acid@UK",
    "celecoxib":
      "celecoxib|Celebrex|Celaxib@AU|Celexi@AU|Kudeq@AU|Elyxyb@US|Consensi@US|Seglentis@US",
    "etoricoxib":
      "etoricoxib@AU;NZ;UK;IE|Arcoxia@AU;NZ;UK;IE",
    "parecoxib":
      "parecoxib@AU;NZ;UK;IE|Dynastat@AU;NZ;UK;IE",
    "rofecoxib":
      "rofecoxib|Vioxx",
    "valdecoxib":
      "valdecoxib@US;CA;UK|Bextra@US;CA",
    "lumiracoxib":
      "lumiracoxib@AU;NZ|Prexige@AU;NZ",
    "nabumetone":
      "nabumetone@UK;IE;US;CA|Relafen@US;CA|Relifex@UK",
    "azapropazone":
      "azapropazone@UK",
    "nimesulide":
      "nimesulide@IE|Aulin@IE",
    "phenylbutazone":
      "phenylbutazone@UK",
    "diflunisal":
      "diflunisal@US;CA;UK|Dolobid@US;CA;UK",
    "salsalate":
      "salsalate@US|Disalcid@US|Amigesic@US",
    "magnesium salicylate":
      "magnesium salicylate@US|Doan's@US|Doans@US",
    "choline magnesium trisalicylate":
      "choline magnesium trisalicylate@US|Trilisate@US",
    "floctafenine":
      "floctafenine@CA|Idarac@CA",
    "salicylamide":
      "salicylamide@US",
    "loxoprofen":
      "loxoprofen@other",
  },
  nsaid_topical: {
    "diclofenac":
      "diclofenac gel|topical diclofenac|diclofenac patch@US;CA;UK|Voltaren Gel@AU;NZ;US;CA|Voltaren Emulgel@AU;NZ;US;CA|Voltaren Emulgel Forte@AU;NZ;US;CA|Voltaren Osteo Gel@AU|Voltaren Muscle Back Pain Gel@AU|Voltaren Arthritis Pain@US|Voltarol Emulgel@UK;IE|Voltarol 12 Hour Emulgel@UK|Voltarol Back & Muscle Pain Relief Gel@UK|Viclofen@AU|Dencorub Anti-Inflammatory Gel@AU|Difene Gel@IE|Pennsaid@US;CA|Flector@US;CA;AU|Flector Patch@US;CA;AU|Licart@US|Solaraze@AU;UK;IE;US|Aspercreme Arthritis Pain@US|Motrin Arthritis Pain@US",
    "ibuprofen":
      "ibuprofen gel@AU;NZ;UK;IE|topical ibuprofen@AU;NZ;UK;IE|Nurofen Gel@AU;NZ;UK;IE|Nurofen Maximum Strength Gel@UK|Ibugel@UK;IE|Ibugel Forte@UK;IE|Ibuleve@UK;IE|Fenbid Gel@UK;IE|Phorpain@UK;IE|Ibuspray@UK;IE|Ibumousse@UK;IE|Proflex@UK;IE|Deep Relief@UK;IE|Nurofen Joint & Muscular Pain Plaster@UK",
    "ketoprofen":
      "ketoprofen gel@UK;IE;NZ|Oruvail Gel@UK|Powergel@UK;IE|Fastum Gel@UK;IE|Tiloket@UK",
    "piroxicam":
      "piroxicam gel@AU;NZ;UK|Feldene Gel@AU;NZ;UK",
    "felbinac":
      "felbinac@UK|etofenamate@UK|Traxam@UK",
    "benzydamine":
      "benzydamine cream@UK;IE;AU|Difflam Cream@UK;IE",
    "nsaid":
      "anti-inflammatory gel|anti-inflam gel|NSAID gel|anti-inflammatory cream|anti-inflammatory patch",
  },
  aspirin: {
    "aspirin":
      "aspirin|acetylsalicylic acid|ASA|low dose aspirin|low-dose aspirin|baby aspirin|heart aspirin|aspirin 100mg|aspirin 75mg|aspirin 81mg|Aspro@AU;NZ;UK|Aspro Clear@AU;NZ;UK|Disprin Direct@AU;NZ;UK|Disprin Max@AU;NZ;UK|Disprin@AU;NZ;UK;IE|Solprin@AU;NZ|Cartia@AU;NZ|Astrix@AU|Cardiprin@AU|Cardasa@AU|Spren@AU|Aspec@NZ|Ethics Aspirin@NZ|Nu-Seals@UK;IE|Caprin@UK|Micropirin@UK|Angettes@UK|Postmi@UK|Bayer Aspirin@US;CA|Bayer@US;CA|Ecotrin@US|Bufferin@US|Ascriptin@US|Empirin@US|St. Joseph Aspirin@US|Zorprin@US|Aspergum@US|Durlaza@US|Halfprin@US|Entrophen@CA|Novasen@CA|Asaphen@CA|Lowprin@CA|CoPlavix@AU;NZ|DuoCover@AU|Asasantin@AU;UK;IE|Asasantin SR@AU;UK;IE|Aggrenox@US;CA|Yosprala@US|Alka-Seltzer|Aspalgin@AU|Codis 500@UK|Anadin@UK;IE|Anadin Original@UK;IE|Anadin Extra@UK;IE|Disprin Extra@UK|Beechams Powders@UK;IE|Phensic@UK|Askit@UK|MigraMax@UK|Anacin@US;CA|Excedrin@US|Excedrin Migraine@US|Goody's@US|Goodys@US|BC Powder@US|Stanback@US|Vanquish@US|Bayer Back & Body@US|Fiorinal@US;CA|Percodan@US;CA|Norgesic Forte@US|Soma Compound@US|Synalgos@US|Robaxisal@CA;US|222 Tablets@CA|AC&C@CA|Norgesic@US",
  },
  steroid: {
    "prednisone":
      "prednisone|Panafcort@AU|Sone@AU|Predsone@AU|Deltasone@US|Rayos@US",
    "prednisolone":
      "prednisolone|PredMix@AU|Panafcortelone@AU;NZ|Solone@AU;NZ|Redipred@AU;NZ|Deltacortril@UK;IE|Deltastab@UK;IE|Orapred@US|Millipred@US",
    "methylprednisolone":
      "methylprednisolone|Medrol@US;CA;AU|Medrone@UK;IE|Depo-Medrone@UK;IE|Depo-Medrol|Solu-Medrol|Medrol Dosepak@US",
    "dexamethasone":
      "dexamethasone|Decadron@AU;US;CA|Dexmethsone@AU;US;CA",
    "hydrocortisone tablets":
      "hydrocortisone tablets",
    "cortisone":
      "cortisone|Cortate@AU",
    "betamethasone":
      "betamethasone|Celestone@AU;US;CA|Celestone Chronodose@AU;US;CA",
    "triamcinolone":
      "triamcinolone|Kenacort|Kenalog",
    "deflazacort":
      "deflazacort",
    "cortisone injection":
      "cortisone injection",
    "steroid injection":
      "steroid injection",
    "cortisone shot":
      "cortisone shot",
    "steroid tablets":
      "steroid tablets",
    "steroids":
      "steroids",
    "pred":
      "pred",
    "hydrocortisone":
      "Hysone@AU;US;UK|Cortef@AU;US;UK|Plenadren@AU;US;UK",
    "steroid inhaler":
      "Symbicort|Seretide|Flixotide|Pulmicort|Advair|Qvar|Breo|steroid inhaler|puffer|inhaler|preventer",
    "steroid cream":
      "steroid cream|hydrocortisone cream",
    "nasal steroid":
      "Nasonex|Rhinocort|nasal spray",
    "cortisone jab":
      "cortisone jab",
    "steroid":
      "steroid",
    "corticosteroid":
      "corticosteroid",
  },
  paracetamol: {
    "paracetamol":
      "paracetamol|acetaminophen|APAP|Panadol@AU;NZ;UK;IE|Panadol Osteo@AU;NZ|Panadol Rapid@AU;NZ;UK|Panadol Optizorb@AU;NZ;UK|Panadol Actifast@AU;NZ;UK|Panadol Mini Caps@AU;NZ;UK|Herron Paracetamol@AU|Panamax@AU|Dymadon@AU|Febridol@AU|Paralgin@AU|Herron Gold@AU|Osteomol@AU|Chemists Own Paracetamol@AU|Paracare@NZ|Pamol@NZ|Calpol@UK;IE|Anadin Paracetamol@UK|Hedex@UK|Paralief@IE|Tylenol@US;CA|Tylenol Extra Strength@US;CA|Tylenol Arthritis@US;CA|Atasol@CA|Excedrin Tension Headache@US",
  },
  ask: {
    "caffeine":
      "Panadol Extra@AU;NZ;UK",
    "codeine":
      "codeine|Panadeine@AU;NZ|Panadeine Forte@AU;NZ|Panadeine Extra@AU;NZ|Mersyndol@AU|Mersyndol Forte@AU|Dolased@AU|co-codamol@UK;IE|Solpadeine@UK;IE|Solpadol@UK;IE|Kapake@UK;IE|Tylenol 3@US;CA|Tylenol with Codeine@US;CA",
    "tramadol":
      "tramadol|Tramal@AU;NZ|Ultram@US;CA|Ultracet@US;CA;UK|Tramacet@US;CA;UK",
    "tapentadol":
      "tapentadol|Palexia@AU;UK;US;CA|Nucynta@AU;UK;US;CA",
    "oxycodone":
      "oxycodone|Endone@AU;NZ;UK;US;CA|OxyContin@AU;NZ;UK;US;CA|OxyNorm@AU;NZ;UK;US;CA|Targin@AU;NZ;UK;US;CA|Percocet@US;CA",
    "hydrocodone":
      "Vicodin@US|Norco@US|Lortab@US|hydrocodone",
    "morphine":
      "morphine",
    "buprenorphine":
      "buprenorphine",
    "fentanyl":
      "fentanyl",
    "hydromorphone":
      "hydromorphone",
    "ms contin":
      "MS Contin@AU;UK;US;CA",
    "norspan":
      "Norspan@AU;UK;US;CA",
    "butrans":
      "Butrans@AU;UK;US;CA",
    "pregabalin":
      "pregabalin",
    "gabapentin":
      "gabapentin",
    "lyrica":
      "Lyrica",
    "neurontin":
      "Neurontin",
    "amitriptyline":
      "amitriptyline",
    "nortriptyline":
      "nortriptyline",
    "duloxetine":
      "duloxetine",
    "endep":
      "Endep@AU;NZ;UK;US;CA",
    "elavil":
      "Elavil@AU;NZ;UK;US;CA",
    "allegron":
      "Allegron@AU;NZ;UK;US;CA",
    "cymbalta":
      "Cymbalta@AU;NZ;UK;US;CA",
    "orphenadrine":
      "orphenadrine|Norgesic@AU;NZ",
    "methocarbamol":
      "methocarbamol",
    "baclofen":
      "baclofen",
    "cyclobenzaprine":
      "cyclobenzaprine",
    "diazepam":
      "diazepam",
    "norflex":
      "Norflex@AU;US;CA",
    "flexeril":
      "Flexeril@AU;US;CA",
    "robaxin":
      "Robaxin@AU;US;CA",
    "robaxacet":
      "Robaxacet@AU;US;CA",
    "valium":
      "Valium",
    "ativan":
      "Ativan",
    "cannabis":
      "CBD|CBD oil|cannabidiol|medicinal cannabis|THC|cannabis",
    "turmeric":
      "turmeric|curcumin",
    "fish oil":
      "fish oil|omega 3|omega-3|krill oil",
    "glucosamine":
      "glucosamine",
    "chondroitin":
      "chondroitin",
    "diacerein":
      "diacerein@other",
    "salicylate-like herb":
      "white willow bark|willow bark",
    "boswellia":
      "boswellia",
    "bromelain":
      "bromelain",
    "devils claw":
      "devils claw",
    "ginger capsules":
      "ginger capsules",
    "arnica":
      "arnica",
    "vitamin e":
      "vitamin E",
    "garlic capsules":
      "garlic capsules",
    "ginkgo":
      "ginkgo",
    "green lipped mussel":
      "green lipped mussel",
    "msm":
      "MSM",
    "magnesium":
      "magnesium",
    "vitamin c":
      "vitamin C",
    "zinc":
      "zinc",
    "heat pack":
      "heat pack|hot pack|wheat bag|hot water bottle|heating pad|heat|hot packs|heat packs|wheat pack|heat pad|electric blanket",
    "ice":
      "ice pack|ice|cold pack|ice packs|frozen peas",
    "non-drug":
      "TENS machine",
    "rub":
      "methyl salicylate|trolamine salicylate|Deep Heat@AU;NZ;UK;US;CA|Dencorub@AU;NZ;UK;US;CA|Metsal@AU;NZ;UK;US;CA|Tiger Balm@AU;NZ;UK;US;CA|Bengay@AU;NZ;UK;US;CA|Icy Hot@AU;NZ;UK;US;CA|Salonpas@AU;NZ;UK;US;CA|Aspercreme@AU;NZ;UK;US;CA|Myoflex@AU;NZ;UK;US;CA|Goanna@AU;NZ;UK;US;CA|Biofreeze@AU;NZ;US;CA|Fisiocrem@AU;NZ;US;CA|Flexall@AU;NZ;US;CA|vicks",
    "capsaicin":
      "capsaicin",
    "lidocaine patch":
      "lidocaine patch|lignocaine patch",
    "zostrix":
      "Zostrix@AU;NZ;UK",
    "versatis":
      "Versatis@AU;NZ;UK",
    "antibiotic":
      "antibiotics|antibiotic|amoxicillin|amoxil|augmentin|keflex|cephalexin|doxycycline|flucloxacillin|penicillin|trimethoprim|azithromycin",
    "methotrexate":
      "methotrexate",
    "hydroxychloroquine":
      "hydroxychloroquine",
    "sulfasalazine":
      "sulfasalazine",
    "humira":
      "Humira",
    "enbrel":
      "Enbrel",
    "plaquenil":
      "Plaquenil",
    "salbutamol":
      "Ventolin",
    "cold and flu":
      "Codral|Demazin|Dimetapp|Sudafed|DayQuil|NyQuil|Theraflu|Day Nurse|Night Nurse|Beechams|Lemsip@UK;IE;AU;NZ|Alka-Seltzer Plus@US;CA|Coricidin@US;CA|cold and flu tablets|cold & flu tablets|flu tablets|sinus tablets|period pain tablets|migraine tablets",
    "period-pain range":
      "Midol@US|Pamprin@US",
    "bismuth subsalicylate":
      "Pepto-Bismol@US;CA;UK",
    "benzydamine":
      "Difflam@AU;NZ;UK",
    "ketorolac eye drops":
      "Acular",
    "pain relief":
      "painkillers|pain killers|pain relief|pain meds|painkiller|pain killer|pain tablets|pain medication|pain medicine|something for pain|something for the pain|strong painkillers|pain tablet|pain reliever|pain relievers",
    "antihistamine":
      "antihistamine",
    "fexofenadine":
      "fexofenadine",
    "loratadine":
      "loratadine",
    "cetirizine":
      "cetirizine",
    "telfast":
      "Telfast@AU;NZ;UK",
    "claratyne":
      "Claratyne@AU;NZ;UK",
    "zyrtec":
      "Zyrtec@AU;NZ;UK",
    "sumatriptan":
      "sumatriptan",
    "melatonin":
      "melatonin",
    "doxylamine":
      "doxylamine",
    "imigran":
      "Imigran@AU;NZ;UK",
    "restavit":
      "Restavit@AU;NZ;UK",
    "metamizole":
      "metamizole@other|dipyrone@other",
    "blood pressure medicine":
      "blood pressure tablets|blood pressure tablet|blood pressure meds|blood pressure medication|bp tablets|bp meds|heart tablets|perindopril|ramipril|amlodipine|telmisartan|irbesartan|candesartan|metoprolol|bisoprolol|coversyl|lisinopril|losartan",
    "metformin":
      "metformin|diabex|diaformin",
    "insulin":
      "insulin",
    "semaglutide":
      "ozempic|wegovy|semaglutide",
    "tirzepatide":
      "mounjaro",
    "statin":
      "lipitor|crestor|atorvastatin|rosuvastatin|simvastatin|statins|cholesterol tablets",
    "thyroxine":
      "thyroxine|levothyroxine|eutroxsig|thyroid tablets",
    "contraceptive":
      "contraceptive pill|contraceptive|the pill|birth control",
    "hormone therapy":
      "hrt|hrt patches|estrogen|oestrogen|testosterone",
    "antidepressant":
      "antidepressant",
    "antidepressants":
      "antidepressants",
    "anti depressants":
      "anti depressants",
    "zoloft":
      "zoloft",
    "sertraline":
      "sertraline",
    "lexapro":
      "lexapro",
    "escitalopram":
      "escitalopram",
    "prozac":
      "prozac",
    "fluoxetine":
      "fluoxetine",
    "effexor":
      "effexor",
    "venlafaxine":
      "venlafaxine",
    "pristiq":
      "pristiq",
    "citalopram":
      "citalopram",
    "mirtazapine":
      "mirtazapine",
    "avanza":
      "avanza",
    "lovan":
      "lovan",
    "esomeprazole":
      "nexium|esomeprazole",
    "omeprazole":
      "omeprazole|losec|somac|pantoprazole|antacid|gaviscon|reflux tablets",
    "sleeping tablet":
      "sleeping tablet|sleeping tablets|sleeping pill|sleeping pills|stilnox|temazepam|zopiclone|ambien",
    "vaccine":
      "flu shot|flu jab|flu vaccine|covid booster|covid vaccine|covid shot|vaccine|tetanus shot|shingles vaccine",
    "xanax":
      "xanax",
    "alprazolam":
      "alprazolam",
    "lorazepam":
      "lorazepam",
    "serepax":
      "serepax",
    "oxazepam":
      "oxazepam",
    "clonidine":
      "clonidine",
    "allopurinol":
      "allopurinol|colchicine",
    "iron":
      "iron tablets|iron supplement",
    "vitamin d":
      "vitamin d|vit d|vit c|multivitamin|vitamins|b12|vitamin b",
    "collagen":
      "collagen|collagen powder",
    "epsom salts":
      "epsom salts|epsom salt bath",
    "kava":
      "kava",
    "ashwagandha":
      "ashwagandha|st johns wort|echinacea|valerian",
    "supplements":
      "supplements",
    "herbal tablets":
      "herbal tablets",
    "herbal medicine":
      "herbal medicine",
    "herbal remedies":
      "herbal remedies",
    "protein powder":
      "protein powder",
    "creatine":
      "creatine",
    "usual medicines":
      "usual tablets|usual meds|normal meds|normal tablets|regular meds|regular medication|regular medications|regular tablets|usual medication|usual medicines|morning meds|other meds|other medications|new tablets|new medication|new medicine|new meds|new tablet",
    "emla cream":
      "emla",
    "migraine tablets":
      "migraine tablet",
    "antihistamines":
      "antihistamines",
    "phenergan":
      "phenergan",
    "benadryl":
      "benadryl",
    "hay fever tablets":
      "hay fever tablets",
    "hayfever tablets":
      "hayfever tablets",
    "cough medicine":
      "cough medicine|cough syrup|cough mixture|throat lozenges|throat lozenge",
    "laxative":
      "laxative|laxatives|movicol|coloxyl|metamucil",
    "travel tablets":
      "travel sickness tablets|kwells",
    "nicotine patch":
      "nicotine patch|nicotine patches|nicorette|champix",
    "medicinal cannabis":
      "edibles|thc gummies|gummies|hemp oil|medical marijuana|marijuana|cbd gummies",
    "naltrexone":
      "naltrexone|ldn|low dose naltrexone",
    "ketamine":
      "ketamine",
    "opioid":
      "opioid",
    "opioids":
      "opioids",
    "oxy":
      "oxy",
    "oxys":
      "oxys",
    "methadone":
      "methadone",
    "suboxone":
      "suboxone",
    "dihydrocodeine":
      "dihydrocodeine",
    "dilaudid":
      "dilaudid",
    "buprenorphine patch":
      "buprenorphine patch",
    "tens":
      "tens unit|tens",
    "hydroxyzine":
      "hydroxyzine",
    "magnesium spray":
      "magnesium spray|magnesium oil",
    "lidocaine patches":
      "lignocaine patches|lidocaine patches",
  },
  blood_thinner: {
    "blood thinner":
      "blood thinner",
    "blood thinners":
      "blood thinners",
    "warfarin":
      "warfarin",
    "apixaban":
      "apixaban",
    "rivaroxaban":
      "rivaroxaban",
    "dabigatran":
      "dabigatran",
    "clopidogrel":
      "clopidogrel",
    "ticagrelor":
      "ticagrelor",
    "prasugrel":
      "prasugrel",
    "enoxaparin":
      "enoxaparin",
    "heparin":
      "heparin",
    "coumadin":
      "Coumadin",
    "marevan":
      "Marevan",
    "eliquis":
      "Eliquis",
    "xarelto":
      "Xarelto",
    "pradaxa":
      "Pradaxa",
    "plavix":
      "Plavix",
    "brilinta":
      "Brilinta",
    "brilique":
      "Brilique",
    "effient":
      "Effient",
    "clexane":
      "Clexane",
    "lovenox":
      "Lovenox",
    "fragmin":
      "Fragmin",
    "anticoagulant":
      "anticoagulant",
    "anticoagulants":
      "anticoagulants",
    "edoxaban":
      "edoxaban",
    "dalteparin":
      "dalteparin",
    "lixiana":
      "lixiana",
  },
} as const satisfies Record<string, Readonly<Record<string, string>>>
