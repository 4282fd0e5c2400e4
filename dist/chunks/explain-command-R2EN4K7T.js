import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{a as m}from"./chunk-V3XZTEPL.js";import{a as v}from"./chunk-KWLQUSCH.js";import"./chunk-TMIIR535.js";import{e as w}from"./chunk-BQDDIDU5.js";import"./chunk-ZDCQTAUE.js";import{j as h,l as y}from"./chunk-TKZLFZ7K.js";import{a as p}from"./chunk-VPV6YUZ6.js";import{p as g,r as l}from"./chunk-N5BGL4RB.js";import{a as $}from"./chunk-TKDTBBTU.js";import"./chunk-ZYFBGFUS.js";import{a as c}from"./chunk-TJOFESBE.js";function k(n,t,e){let r=n.containers.flatMap(s=>E(s,t,e));if(r.length>0)return`${r.join(`
`)}
`;let o=n.containers.find(({container:s})=>I(s.node.location,t,e));if(o===void 0)return`Nothing on ${t}:${e} belongs to a container.
`;let a=o.processes.why??"it runs no server that workerlint knows";return`${t}:${e} belongs to container ${m(o.container.name)}: ${m(a)}.
`}c(k,"explainLine");function E(n,t,e){return n.processes.processes.flatMap(r=>{let o=[...r.settings].filter(([,s])=>s.at!==void 0&&d(s.at,t,e)),a=r.invocation.argv.some(s=>{let i=s.known?s.text.segments[0]?.location:s.at;return i!==void 0&&d(i,t,e)});return o.length===0&&!a?[]:S(n,r,o.length>0?o:[...r.settings].filter(([,s])=>b(s)))})}c(E,"explainContainer");function S({workload:n,container:t},e,r){let{identity:o}=n.manifest,{invocation:a}=e,s=a.argv.map(i=>g(i)??"‹unknown›").map(m);return[`${o.kind}/${m(o.name)}, container ${m(t.name)}, image ${m(t.image??"(none)")}`,`  command and args in the manifest: ${t.command===null?"command from the image":"command given"}, ${t.args===null?"no args":"args given"}`,...a.via.map(i=>`  → ${m(i)}`),`  → execve: ${s.join(" ")}`,`  → ${e.program} (${e.role})${e.startupError===null?"":`, which does not start: ${m(e.startupError.message)}`}`,...r.flatMap(([i,u])=>O(i,u))]}c(S,"explainProcess");function O(n,t){let e=t.at===void 0?"":` at ${f(t.at)}`,r=t.writtenAs===void 0?"":` by ${m(t.writtenAs)}`;if(!t.known)return[`     ${n} is unknown${r}${e}: ${m(t.why)}`];let o=(t.text?.segments??[]).map(i=>f(i.location)),a=[...new Set(o)].filter(i=>t.at===void 0||i!==f(t.at));return[`     ${n} = ${m(String(t.value))}${r} (${t.origin})${e}`,...a.map(i=>`       written at ${i}`)]}c(O,"explainSetting");function b(n){return!n.known||n.origin!=="default"}c(b,"isSet");function d(n,t,e){return n.file.path!==t?!1:l(n.file,n.span.start).line<=e&&e<=l(n.file,n.span.end).line}c(d,"touches");function I(n,t,e){return d(n,t,e)}c(I,"isOn");function f(n){let{line:t,column:e}=l(n.file,n.span.start);return`${m(n.file.path)}:${t}:${e}`}c(f,"placeOf");function P(n){return`${[`# ${n.id}`,`**${n.title}.**`,C(n),`## Why

${n.rationale}`,x("Refused",n.invalid),x("Accepted",n.valid),L(n),M(n),N(n),n.references.length===0?"":`## References

${n.references.map(e=>`- <${e}>`).join(`
`)}`].filter(e=>e!=="").join(`

`)}
`}c(P,"policyMarkdown");function C({severity:n,confidence:t,programs:e,roles:r,scope:o}){let a=t==="heuristic"?"only in `strict`":"in `recommended` and `strict`",s=e.length===0?"every program":e.join(", "),i=r.length===0?"":` (${r.join(", ")})`;return`| Severity | Confidence | On | For | Scope |
|---|---|---|---|---|
| ${n} | ${t} | ${a} | ${s}${i} | ${o} |`}c(C,"facts");function x(n,t){if(t.length===0)return"";let e=t.map(r=>{let o=r.name===""?"":`${r.name[0]?.toUpperCase()}${r.name.slice(1)}:

`,a=r.message===null?"":`

> ${r.message}${r.line===null?"":` (line ${r.line})`}`;return`${o}\`\`\`yaml
${r.manifest.trimEnd()}
\`\`\`${a}`});return`## ${n}

${e.join(`

`)}`}c(x,"examples");function L(n){let t=n.validations.flatMap(({recommendation:e,alternatives:r})=>{if(e===null)return[];let o=r.map(({field:a,value:s})=>`  - or \`${a}\`: \`${s.text}\``);return[`- \`${e.target}\` is recommended as \`${e.value.text}\``,...o]});return t.length===0?"":`## How the recommendation is computed

${t.join(`
`)}`}c(L,"recommendations");function M(n){if(n.params.size===0)return"";let t=[...n.params].map(([o,a])=>`| \`${o}\` | \`${JSON.stringify(a)}\` |`),[e]=n.params,r=e===void 0?"":`

\`\`\`yaml
policies:
  ${n.id}: {severity: ${n.severity}, params: {${e[0]}: ${JSON.stringify(e[1])}}}
\`\`\``;return`## Options

| Parameter | Default |
|---|---|
${t.join(`
`)}${r}`}c(M,"options");function N(n){return`## How to ignore it

On the line or the line above:

\`\`\`yaml
# workerlint-ignore ${n.id} -- the reason
\`\`\`

On the workload or its pod template:

\`\`\`yaml
metadata:
  annotations:
    ignore.workerlint.dev/${n.id}: "the reason"
\`\`\`

Everywhere, in \`.workerlint.yaml\`:

\`\`\`yaml
policies:
  ${n.id}: off
\`\`\``}c(N,"ignoring");async function q(n,t,e){let r=/^(.+):(\d+)$/.exec(n),o=v({workingDirectory:e.workingDirectory,paths:r?.[1]===void 0?[]:[r[1]],exclude:[],configFile:t.config??null,policyFiles:t.policies,baseline:new Set,today:null});if(r?.[1]!==void 0){let i=await w(o.repository,o.options.programs);return e.stdout.write(k(i,o.repository.checked[0]??r[1],Number(r[2]))),p.clean}let a=[...o.options.policies.map(({policy:i})=>i),...y],s=a.find(({id:i})=>i===n);if(s===void 0){let i=h(n,a.map(({id:u})=>u));throw new $(`there is no policy ${JSON.stringify(n)}.${i} \`workerlint policies\` lists them; FILE:LINE explains a line`)}return e.stdout.write(P(s)),p.clean}c(q,"runExplain");export{q as runExplain};
