import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{a as v}from"./chunk-B4UDDQSV.js";import{a as b}from"./chunk-662YRHNY.js";import{a as $}from"./chunk-SZNQ3RRM.js";import{a as y}from"./chunk-PSACPXGF.js";import{a as k}from"./chunk-76MLBP2F.js";import{a as r}from"./chunk-FFGWNXSJ.js";import{existsSync as E,readFileSync as W}from"node:fs";import{resolve as z}from"node:path";import{join as S}from"node:path";var T=/^kind:\s*["']?(Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|Rollout|PodTemplate|Service)\b/m;function x(t){let e=b(t),n=q(F(e,/(^|\/)Chart\.ya?ml$/)),i=r(o=>n.some(l=>M(o,l)),"isInChart"),s=F(e,/(^|\/)(kustomization\.ya?ml|Kustomization)$/),c=e.filter(o=>{if(!/\.ya?ml$/.test(o)||o.startsWith(".github/")||i(o))return!1;let l=$(S(t,o));return l.kind==="text"&&/^apiVersion:/m.test(l.text)&&T.test(l.text)}),u=[...new Set(c.map(o=>o.includes("/")?o.split("/")[0]??".":"."))].sort();return{paths:u.includes(".")?["."]:u,charts:n.map(o=>({folder:o,values:R(e,o)})),kustomizations:s.filter(o=>!i(`${o}/`))}}r(x,"findManifests");function R(t,e){return t.filter(n=>{let i=e==="."?n:n.startsWith(`${e}/`)?n.slice(e.length+1):"";return/^values[-_.][\w.-]+\.ya?ml$/.test(i)||/^(values|environments|env)\/[\w.-]+\.ya?ml$/.test(i)})}r(R,"valuesOf");function q(t){return t.filter(e=>!t.some(n=>n!==e&&M(e,n)))}r(q,"outermost");function M(t,e){return e==="."||t.startsWith(`${e}/`)}r(M,"isBelow");function F(t,e){return t.filter(n=>e.test(n)).map(n=>n.split("/").slice(0,-1).join("/")||".")}r(F,"foldersOf");function C(){return`# yaml-language-server: $schema=https://raw.githubusercontent.com/workerlint/workerlint/v1/schema/workerlint.schema.json
# All keys: https://github.com/workerlint/workerlint/blob/v1/docs/configuration.md
extends: recommended # recommended | strict | none
failOn: error # error | warning | info | never

# Measure a worker under load (kubectl top pod, minus the pod with one worker less) and write it here.
# sizing:
#   gunicorn: {workerMemory: 180Mi, profile: io}
#   celery: {workerMemory: 120Mi, profile: cpu}

# A policy's level, for all workloads or for some; \`workerlint policies\` lists them.
# policies:
#   probe-starvation: warning
# overrides:
#   - match: {path: "k8s/legacy/**"}
#     policies: {probe-starvation: off}
#     reason: replaced in spring
`}r(C,"configurationFile");function j(t){return`# Reviews pull requests. Forks, merge queues and audits: https://github.com/workerlint/workerlint/blob/v1/docs/github.md
name: workerlint
on: pull_request
permissions:
  contents: read # check out the manifests
  pull-requests: write # write the review
concurrency:
  # A run for an older push is cancelled, so that two do not write at once.
  group: workerlint-\${{ github.event.pull_request.number }}
  cancel-in-progress: true
jobs:
  workerlint:
    runs-on: ubuntu-latest # has helm and kubectl, which render charts and kustomizations
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: workerlint/workerlint@v1
        with:
${A(t)}`}r(j,"workflowFile");function A({paths:t,charts:e,kustomizations:n}){let i=t.length+e.length+n.length===0;return[d("paths",i?["."]:t),d("helm",h(e)),d("kustomize",n)].join("")}r(A,"inputs");function h(t){return t.flatMap(({folder:e,values:n})=>[e,...n.map(i=>`${e},${i}`)])}r(h,"chartLines");function d(t,e){return e.length===0?"":`          ${t}: |
${e.map(n=>`            ${n}
`).join("")}`}r(d,"input");function O(t){return`repos:
${g(t)}`}r(O,"preCommitFile");function g(t){return`  - repo: https://github.com/workerlint/workerlint
    rev: v1.0.0 # \`pre-commit autoupdate\` moves it
    hooks: # workerlint-system is the same with the node of your machine, and installs nothing
      - id: workerlint # checks all manifests, because an autoscaler in one file says something about a Deployment in another
        args: [${(t.length===0?["."]:t).map(n=>JSON.stringify(n)).join(", ")}]
`}r(g,"preCommitEntry");var m=".pre-commit-config.yaml",D=[".workerlint.yaml",".workerlint.yml",".workerlint.json"],N=[".github/workflows/workerlint.yml",".github/workflows/workerlint.yaml"];async function nt(t,e){let{workingDirectory:n,stdout:i}=e,s=r(a=>E(z(n,a)),"exists"),c=x(n),u=new Map,o=[],l=[];for(let[[a="",...f],I]of[[D,C()],[N,j(c)]]){let p=f.find(s);p!==void 0?l.push(p):u.set(a,I),p===void 0&&s(a)&&o.push(a)}if(o.length>0&&t.force!==!0)throw new k(`${o.join(" and ")} would be overwritten; nothing was written, --force overwrites`);s(m)||u.set(m,O(c.paths));for(let[a,f]of u)v(a,f,n),i.write(`wrote ${a}
`);for(let a of l)i.write(`kept ${a}
`);return u.has(m)||i.write(P(W(z(n,m),"utf8"),c.paths)),i.write(_(c)),y.clean}r(nt,"runInit");function P(t,e){return t.includes("github.com/workerlint/workerlint")?"":`add to ${m}:
${g(e)}`}r(P,"hookText");function _({paths:t,charts:e,kustomizations:n}){let i=[...t.length===0?[]:[`manifests in ${t.join(", ")}: workerlint check ${t.map(w).join(" ")}`],...h(e).map(s=>`chart ${s}: workerlint check --helm ${w(s)}`),...n.map(s=>`kustomization ${s}: workerlint check --kustomize ${w(s)}`)];return`${(i.length===0?["no manifests found; write their folder into the workflow"]:i).join(`
`)}
`}r(_,"describe");function w(t){return/^[\w@%+=:,./-]+$/.test(t)?t:`'${t.replaceAll("'","'\\''")}'`}r(w,"quoted");export{nt as runInit};
