import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{a,b}from"./chunk-L4JBQEYW.js";import"./chunk-7FINR4P4.js";import"./chunk-4ZYZTSVC.js";import"./chunk-HFGMSC7A.js";import"./chunk-2MDFPZ65.js";import"./chunk-76MLBP2F.js";import"./chunk-IC64TPCP.js";import"./chunk-FFGWNXSJ.js";export{a as compileBundledPolicies,b as documentPolicies};
