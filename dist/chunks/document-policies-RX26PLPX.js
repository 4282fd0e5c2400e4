import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-OJGY3GS4.js";import"./chunk-WB26IYN3.js";import"./chunk-MJAS2QBB.js";import"./chunk-N65GUPQS.js";import"./chunk-2MDFPZ65.js";import"./chunk-76MLBP2F.js";import"./chunk-IC64TPCP.js";import"./chunk-FFGWNXSJ.js";export{a as compileBundledPolicies,b as documentPolicies};
