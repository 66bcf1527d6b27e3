import { simulateWorld } from './simulation/simulate-world.ts'
import { parseFaults } from './simulation/faults.ts'
const [seed='1',f='all',pid='',text='',n='25']=process.argv.slice(2)
const s=await simulateWorld({seed,courses:Number(n),faults:parseFaults(f)})
const d=(x:number)=>new Date(x).toISOString()
const p=s.patients.find(p=>p.id===pid)!
const e=(p.ledger as any)[text];console.log(JSON.stringify(e,(k,v)=>typeof v==='number'&&v>1e11?d(v):v,1))
console.log(JSON.stringify(p.courses,(k,v)=>typeof v==='number'&&v>1e11?d(v):v))
console.log(p.zone,p.standing,p.optedOut,s.clinic.zone)
for(const sp of s.luck.spells)console.log(sp.vendor,d(sp.from),d(sp.until))
for(const [k,v] of Object.entries(p.ledger).sort((a,b)=>a[1].due-b[1].due))if(Math.abs(v.due-e.due)<3*864e5)console.log(k,v.state,v.reason,'due',d(v.due),'at',d(v.at))
for(const f of s.facts.get(p.id)!)console.log(d(f.began),d(f.known),f.patient.changes.at(-1)?.what)
