#!/usr/bin/env node
import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import o from"node:module";import{homedir as e}from"node:os";import{join as r}from"node:path";o.enableCompileCache?.(r(process.env.XDG_CACHE_HOME||r(e(),".cache"),"workerlint"));var{runCli:s}=await import("./chunks/run-cli-OVDUTO7P.js");process.exitCode=await s(process.argv.slice(2),{workingDirectory:process.cwd(),environment:process.env,stdout:process.stdout,stderr:process.stderr,stdin:process.stdin});
