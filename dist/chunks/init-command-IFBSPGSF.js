(function(require,module,exports){var w=Object.defineProperty;var D=Object.getOwnPropertyDescriptor;var R=Object.getOwnPropertyNames;var C=Object.prototype.hasOwnProperty;var W=(e,t)=>{for(var r in t)w(e,r,{get:t[r],enumerable:!0})},F=(e,t,r,o)=>{if(t&&typeof t=="object"||typeof t=="function")for(let i of R(t))!C.call(e,i)&&i!==r&&w(e,i,{get:()=>t[i],enumerable:!(o=D(t,i))||o.enumerable});return e};var J=e=>F(w({},"__esModule",{value:!0}),e);var H={};W(H,{runInit:()=>q});module.exports=J(H);var y=require("./chunk-BGT5USSP.js"),j=require("./chunk-2Q3TGH6U.js"),z=require("./chunk-WVNXT2TU.js"),S=require("./chunk-HAQFP65R.js"),M=require("./chunk-4XQKTQ2K.js"),Q=require("./chunk-EPXOE4VI.js"),c=require("node:fs"),d=require("node:path"),x=require("node:path"),O=/^kind:\s*["']?(Pod|Deployment|StatefulSet|DaemonSet|ReplicaSet|ReplicationController|Job|CronJob|Rollout|PodTemplate|Service)\b/m;function P(e){let t=(0,j.b)(e),r=I($(t,/(^|\/)Chart\.ya?ml$/)),o=n=>r.some(l=>g(n,l)),i=$(t,/(^|\/)(kustomization\.ya?ml|Kustomization)$/),u=t.filter(n=>{if(!/\.ya?ml$/.test(n)||n.startsWith(".github/")||o(n))return!1;let l=(0,S.a)((0,x.join)(e,n));return l.kind==="text"&&/^apiVersion:/m.test(l.text)&&O.test(l.text)}),a=[...new Set(u.map(n=>n.includes("/")?n.split("/")[0]??".":"."))].sort();return{paths:a.includes(".")?["."]:a,charts:r.map(n=>({folder:n,values:_(t,n)})),kustomizations:i.filter(n=>!o(`${n}/`))}}function _(e,t){return e.filter(r=>{let o=t==="."?r:r.startsWith(`${t}/`)?r.slice(t.length+1):"";return/^values[-_.][\w.-]+\.ya?ml$/.test(o)||/^(values|environments|env)\/[\w.-]+\.ya?ml$/.test(o)})}function I(e){return e.filter(t=>!e.some(r=>r!==t&&g(t,r)))}function g(e,t){return t==="."||e.startsWith(`${t}/`)}function $(e,t){return e.filter(r=>t.test(r)).map(r=>r.split("/").slice(0,-1).join("/")||".")}function N(){return`# yaml-language-server: $schema=https://raw.githubusercontent.com/workerlint/workerlint/v1/schema/workerlint.schema.json
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
`}function T(e){return`# Reviews pull requests. Forks, merge queues and audits: https://github.com/workerlint/workerlint/blob/v1/docs/github.md
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
${E(e)}`}function E({paths:e,charts:t,kustomizations:r}){let o=e.length+t.length+r.length===0;return[f("paths",o?["."]:e),f("helm",v(t)),f("kustomize",r)].join("")}function v(e){return e.flatMap(({folder:t,values:r})=>[t,...r.map(o=>`${t},${o}`)])}function f(e,t){return t.length===0?"":`          ${e}: |
${t.map(r=>`            ${r}
`).join("")}`}function K(e){return`repos:
${b(e)}`}function b(e){return`  - repo: https://github.com/workerlint/workerlint
    rev: v1.0.0 # \`pre-commit autoupdate\` moves it
    hooks: # workerlint-system is the same with the node of your machine, and installs nothing
      - id: workerlint # checks all manifests, because an autoscaler in one file says something about a Deployment in another
        args: [${(e.length===0?["."]:e).map(t=>JSON.stringify(t)).join(", ")}]
`}var m=".pre-commit-config.yaml",V=[".workerlint.yaml",".workerlint.yml",".workerlint.json"],Z=[".github/workflows/workerlint.yml",".github/workflows/workerlint.yaml"];async function q(e,t){let{workingDirectory:r,stdout:o}=t,i=s=>(0,c.existsSync)((0,d.resolve)(r,s)),u=P(r),a=new Map,n=[],l=[];for(let[[s="",...h],A]of[[V,N()],[Z,T(u)]]){let p=h.find(i);p!==void 0?l.push(p):a.set(s,A),p===void 0&&i(s)&&n.push(s)}if(n.length>0&&e.force!==!0)throw new M.a(`${n.join(" and ")} would be overwritten; nothing was written, --force overwrites`);i(m)||a.set(m,K(u.paths));for(let[s,h]of a)(0,z.a)(s,h,r),o.write(`wrote ${s}
`);for(let s of l)o.write(`kept ${s}
`);return a.has(m)||o.write(B((0,c.readFileSync)((0,d.resolve)(r,m),"utf8"),u.paths)),o.write(G(u)),y.a.clean}function B(e,t){return e.includes("github.com/workerlint/workerlint")?"":`add to ${m}:
${b(t)}`}function G({paths:e,charts:t,kustomizations:r}){let o=[...e.length===0?[]:[`manifests in ${e.join(", ")}: workerlint check ${e.map(k).join(" ")}`],...v(t).map(i=>`chart ${i}: workerlint check --helm ${k(i)}`),...r.map(i=>`kustomization ${i}: workerlint check --kustomize ${k(i)}`)];return`${(o.length===0?["no manifests found; write their folder into the workflow"]:o).join(`
`)}
`}function k(e){return/^[\w@%+=:,./-]+$/.test(e)?e:`'${e.replaceAll("'","'\\''")}'`}0&&(module.exports={runInit});

})
