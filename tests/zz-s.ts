import { simulateWorld } from './simulation/simulate-world.ts'
import { parseFaults } from './simulation/faults.ts'
const [n='5',seed='1',f='none']=process.argv.slice(2)
const t=performance.now()
setTimeout(()=>{},1);process.on("SIGTERM",()=>process.exit(3));
const s=await simulateWorld({seed,courses:Number(n),faults:parseFaults(f)})
console.log('ms',performance.now()-t,'messages',s.messages.length,'effects',s.effects.length)
const c:any={};for(const p of s.patients)for(const e of Object.values(p.ledger)){const k=e.state+(e.reason?':'+e.reason:'');c[k]=(c[k]??0)+1}
console.log(c)
const ef:any={};for(const e of s.effects)ef[e]=(ef[e]??0)+1
console.log(ef)
import { judge } from './simulation/oracle/oracle.ts'
const j=judge(s); const ch:any={};for(const f of j.findings)ch[f.charge]=(ch[f.charge]??0)+1
console.log('JUDGE',j.texts,ch, [...j.lateness].sort((a,b)=>a-b).at(-1))
for(const f of j.findings.slice(0,14))console.log(f)
