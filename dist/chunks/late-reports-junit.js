(function(require,module,exports){var l=Object.defineProperty;var w=Object.getOwnPropertyDescriptor;var y=Object.getOwnPropertyNames;var v=Object.prototype.hasOwnProperty;var x=(e,t)=>{for(var s in t)l(e,s,{get:t[s],enumerable:!0})},h=(e,t,s,r)=>{if(t&&typeof t=="object"||typeof t=="function")for(let n of y(t))!v.call(e,n)&&n!==s&&l(e,n,{get:()=>t[n],enumerable:!(r=w(t,n))||r.enumerable});return e};var b=e=>h(l({},"__esModule",{value:!0}),e);var S={};x(S,{formatJunit:()=>f});module.exports=b(S);var u=require("./chunks/chunk-72WKCKKR.js"),i=require("./chunks/chunk-MUBIBMAG.js"),$=require("./chunks/chunk-HBHW4G6V.js"),U=require("./chunks/chunk-IUCQH7WA.js"),q=require("./chunks/chunk-EPXOE4VI.js"),f=e=>{let t=j(e),s=[...new Set(t.map(({file:r})=>r))].map(r=>J(r,t.filter(n=>n.file===r)));return`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="workerlint" ${p(t)}>
${s.join("")}</testsuites>
`};function j(e){let t=[...e.findings.map(F),...e.suppressed.map(s=>a(s,s.policy,"skipped",`message="${(0,i.a)(s.suppression.reason)}"`)),...e.unresolved.map(s=>a({...s,start:s},"resolved","skipped",`message="${(0,i.a)(s.why)}"`)),...e.problems.map(({file:s,line:r,message:n})=>a({file:s,start:{line:r},workload:null,container:null},"readable","error",`type="unreadable" message="${(0,i.a)(n)}"`))];return t.length>0?t:[{file:"workerlint",outcome:"passed",xml:`    <testcase classname="workerlint" name="no findings"/>
`}]}function F(e){let{recommendation:t}=e,s=[`${e.file}:${e.start.line}:${e.start.column}`,...t===null?[]:[`want ${(0,u.a)(t)}`],e.docs],r=`type="${e.severity}" message="${(0,i.a)(e.message)}"`;return a(e,e.policy,"failure",r,s.map(i.a).join(`
`))}function a(e,t,s,...[r,n]){let{file:m,start:c}=e,d=`${t}: ${(0,$.a)(e)}, line ${c.line}`,g=n===void 0?`<${s} ${r}/>`:`<${s} ${r}>${n}</${s}>`,k=`<testcase classname="${(0,i.a)(m)}" name="${(0,i.a)(d)}">`;return{file:m,outcome:s,xml:`    ${k}
      ${g}
    </testcase>
`}}function J(e,t){let s=t.map(({xml:r})=>r).join("");return`  <testsuite name="${(0,i.a)(e)}" file="${(0,i.a)(e)}" ${p(t)} skipped="${o(t,"skipped")}">
${s}  </testsuite>
`}function p(e){return`tests="${e.length}" failures="${o(e,"failure")}" errors="${o(e,"error")}"`}function o(e,t){return e.filter(s=>s.outcome===t).length}0&&(module.exports={formatJunit});

})
