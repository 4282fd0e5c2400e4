(function(require,module,exports){var l=Object.defineProperty;var c=Object.getOwnPropertyDescriptor;var u=Object.getOwnPropertyNames;var d=Object.prototype.hasOwnProperty;var m=(n,t)=>{for(var i in t)l(n,i,{get:t[i],enumerable:!0})},g=(n,t,i,e)=>{if(t&&typeof t=="object"||typeof t=="function")for(let r of u(t))!d.call(n,r)&&r!==i&&l(n,r,{get:()=>t[r],enumerable:!(e=c(t,r))||e.enumerable});return n};var L=n=>g(l({},"__esModule",{value:!0}),n);var h={};m(h,{unifiedPatch:()=>s});module.exports=L(h);var f=require("./chunks/chunk-LJKFZTWM.js"),v=require("./chunks/chunk-EPXOE4VI.js");function s(n,t){let i=new Map;for(let{suggestion:e}of n.findings)e!==null&&i.set(e.file,[...i.get(e.file)??[],e]);return[...i].map(([e,r])=>$(e,t(e),r)).join("")}function $(n,t,i){let e=b(t,i);return(0,f.b)(`a/${n}`,`b/${n}`,t,e,void 0,void 0,{context:3}).replace(/^=+\n/,"")}function b(n,t){let i=n.split(`
`);for(let{startLine:e,endLine:r,replacement:a}of[...t].sort((o,p)=>p.startLine-o.startLine)){let o=i[r-1]?.endsWith("\r")===!0;i.splice(e-1,r-e+1,...`${a}${o?"\r":""}`.split(`
`))}return i.join(`
`)}0&&(module.exports={unifiedPatch});

})
