import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{a as h}from"./chunk-B4UDDQSV.js";import{a as w}from"./chunk-662YRHNY.js";import{a as d}from"./chunk-CFQYF7JS.js";import{a as f}from"./chunk-PSACPXGF.js";import{a as p}from"./chunk-76MLBP2F.js";import{a as r}from"./chunk-FFGWNXSJ.js";import{existsSync as M}from"node:fs";import{resolve as F}from"node:path";import{join as v}from"node:path";var x=/^kind:\s*["']?(Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|Rollout|PodTemplate|Service)\b/m;function g(o){let t=w(o),n=k(t,/(^|\/)Chart\.ya?ml$/),i=k(t,/(^|\/)kustomization\.ya?ml$/),a=r(e=>n.some(s=>s==="."||e.startsWith(`${s}/`)),"isInChart"),l=t.filter(e=>{if(!/\.ya?ml$/.test(e)||e.startsWith(".github/")||a(e))return!1;let s=d(v(o,e));return s.kind==="text"&&/^apiVersion:/m.test(s.text)&&x.test(s.text)}),m=[...new Set(l.map(e=>e.includes("/")?e.split("/")[0]??".":"."))].sort();return{paths:m.includes(".")?["."]:m,charts:n,kustomizations:i}}r(g,"findManifests");function k(o,t){return o.filter(n=>t.test(n)).map(n=>n.split("/").slice(0,-1).join("/")||".")}r(k,"foldersOf");function y(){return`# workerlint: https://github.com/workerlint/workerlint/blob/v1/docs/configuration.md
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
`}r(y,"configurationFile");function b(o){return`name: workerlint
on: pull_request
permissions:
  contents: read # check out the manifests
  pull-requests: write # write the review
concurrency:
  group: workerlint-\${{ github.event.pull_request.number }}
  cancel-in-progress: true
jobs:
  workerlint:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v5
        with:
          persist-credentials: false
      - uses: workerlint/workerlint@v1
        with:
          paths: |
${o.map(t=>`            ${t}`).join(`
`)}
`}r(b,"workflowFile");function $(){return`repos:
${u()}`}r($,"preCommitFile");function u(){return`  - repo: https://github.com/workerlint/workerlint
    rev: v1.0.0 # \`pre-commit autoupdate\` moves it
    hooks:
      - id: workerlint # checks all manifests, because an autoscaler in one file says something about a Deployment in another
`}r(u,"preCommitEntry");var c=".pre-commit-config.yaml";async function J(o,t){let{workingDirectory:n}=t,i=r(e=>M(F(n,e)),"exists"),a=g(n),l=new Map([[".workerlint.yaml",y()],[".github/workflows/workerlint.yml",b(a.paths.length===0?["."]:a.paths)]]),m=[...l.keys()].filter(i);if(m.length>0&&o.force!==!0)throw new p(`${m.join(" and ")} would be overwritten; nothing was written, --force overwrites`);i(c)||l.set(c,$());for(let[e,s]of l)h(e,s,n),t.stdout.write(`wrote ${e}
`);return l.has(c)||t.stdout.write(`add to ${c}:
${u()}`),t.stdout.write(C(a)),f.clean}r(J,"runInit");function C({paths:o,charts:t,kustomizations:n}){return[o.length===0?`no manifests found; write their folder into the workflow
`:`manifests in ${o.join(", ")}: workerlint check ${o.join(" ")}
`,...t.map(i=>`Helm chart in ${i}: helm template ${i} | workerlint check -
`),...n.map(i=>`kustomization in ${i}: kustomize build ${i} | workerlint check -
`)].join("")}r(C,"describe");export{J as runInit};
