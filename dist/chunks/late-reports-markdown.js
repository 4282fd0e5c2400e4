(function(require,module,exports){var s=Object.defineProperty;var u=Object.getOwnPropertyDescriptor;var c=Object.getOwnPropertyNames;var p=Object.prototype.hasOwnProperty;var g=(n,e)=>{for(var r in e)s(n,r,{get:e[r],enumerable:!0})},w=(n,e,r,o)=>{if(e&&typeof e=="object"||typeof e=="function")for(let t of c(e))!p.call(n,t)&&t!==r&&s(n,t,{get:()=>e[t],enumerable:!(o=u(e,t))||o.enumerable});return n};var k=n=>w(s({},"__esModule",{value:!0}),n);var b={};g(b,{formatMarkdown:()=>f});module.exports=k(b);var i=require("./chunks/chunk-OSCZJVEG.js"),P=require("./chunks/chunk-EPXOE4VI.js"),$={error:"\u{1F534}",warning:"\u{1F7E1}",info:"\u{1F535}"},f=n=>`${[`## workerlint

${v(n)}`,h(n),...n.findings.map(y),j(n),W(n)].filter(e=>e!=="").join(`

`)}
`;function v(n){let{error:e,warning:r,info:o}=n.summary.findings,{files:t,containers:a,processes:d}=n.summary,m=[l(e,"error"),l(r,"warning"),`${o} info`].join(", ");return`**${e+r+o===0?"No findings":m}** in ${l(t,"file")}, ${l(a,"container")}, ${l(d,"process","processes")}.`}function l(n,e,r=`${e}s`){return`${n} ${n===1?e:r}`}function h(n){return n.findings.length===0?"":["| | Workload | Policy | Wanted | Place |","|---|---|---|---|---|",...n.findings.map(e=>{let r=e.workload===null?e.file:`${e.workload.kind}/${e.workload.name}`,o=e.recommendation===null?"":(0,i.d)(e.recommendation.text);return`| ${$[e.severity]} | ${(0,i.c)(r)} | ${(0,i.f)((0,i.c)(e.policy),e.docs)} | ${o} | ${(0,i.d)(`${e.file}:${e.start.line}`)} |`})].join(`
`)}function y(n){let{recommendation:e}=n,r=[`### ${$[n.severity]} ${(0,i.c)(n.policy)}`,"",(0,i.c)(n.message)];if(e!==null&&e.derivation.length>0){let o=e.derivation.map(({term:t,value:a})=>`| ${(0,i.c)(t)} | ${(0,i.d)(a)} |`);r.push("","| Step | Value |","|---|---|",...o)}for(let{field:o,value:t}of e?.alternatives??[])r.push("",`or ${(0,i.d)(`${o}: ${t}`)}`);return r.join(`
`)}function j(n){return n.unresolved.length===0?"":["### Not known what runs","","| Workload | Container | Why | Place |","|---|---|---|---|",...n.unresolved.map(({file:e,line:r,workload:o,container:t,why:a})=>`| ${(0,i.c)(`${o.kind}/${o.name}`)} | ${(0,i.c)(t)} | ${(0,i.c)(a)} | ${(0,i.d)(`${e}:${r}`)} |`)].join(`
`)}function W(n){return n.problems.length===0?"":["### Not readable","",...n.problems.map(({file:e,line:r,message:o})=>`- ${(0,i.d)(`${e}:${r}`)}: ${(0,i.c)(o)}`)].join(`
`)}0&&(module.exports={formatMarkdown});

})
