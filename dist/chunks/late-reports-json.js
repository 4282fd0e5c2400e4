(function(require,module,exports){var i=Object.defineProperty;var f=Object.getOwnPropertyDescriptor;var l=Object.getOwnPropertyNames;var m=Object.prototype.hasOwnProperty;var p=(r,o)=>{for(var a in o)i(r,a,{get:o[a],enumerable:!0})},J=(r,o,a,n)=>{if(o&&typeof o=="object"||typeof o=="function")for(let t of l(o))!m.call(r,t)&&t!==a&&i(r,t,{get:()=>o[t],enumerable:!(n=f(o,t))||n.enumerable});return r};var e=r=>J(i({},"__esModule",{value:!0}),r);var g={};p(g,{formatJson:()=>s});module.exports=e(g);var v=require("./chunks/chunk-EPXOE4VI.js"),s=r=>`${JSON.stringify(r,null,2)}
`;0&&(module.exports={formatJson});

})
