import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{a as yn,f as x,q as wn,r as vn,y as Tn}from"./chunk-N5BGL4RB.js";import{a as fn,b as gn}from"./chunk-TKDTBBTU.js";import{h as Le,i as bn}from"./chunk-ZYFBGFUS.js";import{a as l,c as Et,d as _t}from"./chunk-TJOFESBE.js";var xn=Et(J=>{"use strict";J.__esModule=!0;J.distance=J.closest=void 0;var j=new Uint32Array(65536),$t=l(function(t,e){for(var n=t.length,r=e.length,s=1<<n-1,i=-1,o=0,c=n,u=n;u--;)j[t.charCodeAt(u)]|=1<<u;for(u=0;u<r;u++){var m=j[e.charCodeAt(u)],y=m|o;m|=(m&i)+i^i,o|=~(m|i),i&=m,o&s&&c++,i&s&&c--,o=o<<1|1,i=i<<1|~(y|o),o&=y}for(u=n;u--;)j[t.charCodeAt(u)]=0;return c},"myers_32"),Ct=l(function(t,e){for(var n=e.length,r=t.length,s=[],i=[],o=Math.ceil(n/32),c=Math.ceil(r/32),u=0;u<o;u++)i[u]=-1,s[u]=0;for(var m=0;m<c-1;m++){for(var y=0,d=-1,p=m*32,f=Math.min(32,r)+p,w=p;w<f;w++)j[t.charCodeAt(w)]|=1<<w;for(var u=0;u<n;u++){var a=j[e.charCodeAt(u)],h=i[u/32|0]>>>u&1,b=s[u/32|0]>>>u&1,k=a|y,O=((a|b)&d)+d^d|a|b,_=y|~(O|d),N=d&O;_>>>31^h&&(i[u/32|0]^=1<<u),N>>>31^b&&(s[u/32|0]^=1<<u),_=_<<1|h,N=N<<1|b,d=N|~(k|_),y=_&k}for(var w=p;w<f;w++)j[t.charCodeAt(w)]=0}for(var ue=0,F=-1,Z=m*32,Te=Math.min(32,r-Z)+Z,w=Z;w<Te;w++)j[t.charCodeAt(w)]|=1<<w;for(var Ue=r,u=0;u<n;u++){var a=j[e.charCodeAt(u)],h=i[u/32|0]>>>u&1,b=s[u/32|0]>>>u&1,k=a|ue,O=((a|b)&F)+F^F|a|b,_=ue|~(O|F),N=F&O;Ue+=_>>>r-1&1,Ue-=N>>>r-1&1,_>>>31^h&&(i[u/32|0]^=1<<u),N>>>31^b&&(s[u/32|0]^=1<<u),_=_<<1|h,N=N<<1|b,F=N|~(k|_),ue=_&k}for(var w=Z;w<Te;w++)j[t.charCodeAt(w)]=0;return Ue},"myers_x"),kn=l(function(t,e){if(t.length<e.length){var n=e;e=t,t=n}return e.length===0?t.length:t.length<=32?$t(t,e):Ct(t,e)},"distance");J.distance=kn;var Pt=l(function(t,e){for(var n=1/0,r=0,s=0;s<e.length;s++){var i=kn(t,e[s]);i<n&&(n=i,r=s)}return e[r]},"closest");J.closest=Pt});var Qr={baseMemory:null,workerMemory:null,profile:null},Xr={extends:"recommended",topology:null,failOn:null,exclude:[],policyFiles:[],policies:new Map,headroom:null,sizing:new Map,databases:[],overrides:[]},Mt={recommended:["fact","practice"],strict:["fact","practice","heuristic"],none:[]};function Zr(t,e){let n=e.policies.get(t.id);return n?.severity!==null&&n?.severity!==void 0?n.severity:Mt[e.extends].includes(t.confidence)?t.severity:"off"}l(Zr,"levelOf");function Jr(t,e){let n=e.policies.get(t.id);return n===void 0?t.params:new Map([...t.params,...n.params])}l(Jr,"paramsOf");var ke=_t(xn(),1);function V(t,e){let{line:n,column:r}=vn(t.file,t.span.start);return{file:t.file.path,line:n,column:r,message:e}}l(V,"mistakeAt");function ee(t,e){if(e.length===0)return"";let n=(0,ke.closest)(t,e.filter(r=>r!==t));return(0,ke.distance)(t,n)<=Math.max(2,Math.floor(t.length/3))?` Did you mean "${n}"?`:""}l(ee,"didYouMean");function Fe(t){return t.map(({file:e,line:n,column:r,message:s})=>`${e}:${n}:${r}: ${s}`).join(`
`)}l(Fe,"printMistakes");var as=[je("ignore-unused","Every ignore matches a finding and gives a reason","warning","An ignore that matches nothing hides the next finding of that policy, and nobody remembers why it is there. An ignore without a reason cannot be judged by the next reader."),je("ignore-expired","No ignore is past its date","warning","An ignore with `until=` is a promise to come back. After that day the finding counts again, and the ignore is reported."),je("ignore-unknown-policy","Every ignore names a policy that exists","error","A misspelt name ignores nothing, although its author believes that it does.")];function je(t,e,n,r){return{id:t,group:"ignores",title:e,severity:n,confidence:"fact",scope:"system",programs:[],roles:[],params:new Map,each:null,variables:[],matchConditions:[],validations:[],rationale:r,references:[],invalid:[],valid:[]}}l(je,"ignorePolicy");var En=new Map([["cpu/celery-concurrency-exceeds-cpu.yaml",`id: celery-concurrency-exceeds-cpu
title: Celery's processes fit the CPU
severity: warning
confidence: practice
programs: [celery]
roles: [worker]
params: {perCore: 1}
variables:
  - {name: ceiling, expression: "max(1, ceil(params.perCore * sizing.cpu))"}
matchConditions:
  - {name: processes, expression: "settings.pool_effective == 'prefork'"}
  - {name: known, expression: "settings.autoscale == null"}
  - {name: computes, expression: "sizing.profile == 'cpu'"}
validations:
  - expression: settings.concurrency <= variables.ceiling
    messageExpression: "'%d celery processes share %s CPU; tasks that compute want at most %d'.format([settings.concurrency, sizing.cpuText, variables.ceiling])"
    target: settings.concurrency
    recommendation: sizing.recommended.concurrency
    alternatives:
      - {field: container.resources.limits.cpu, value: "cpuText(sizing.recommended.cpu)"}
      - {field: "workerlint.dev/profile", value: "'io'"}
    related:
      - {target: container.resources.limits.cpu, message: "'limits.cpu is %s here'.format([sizing.cpuText])"}
rationale: |
  Tasks that compute gain nothing from more processes than cores: measured at 500m, 1, 2, 4 and 8 processes all finish 4.9
  tasks a second, while the run time of a task grows from 0.2 to 1.7 s and memory from 54 to 215 MiB. Tasks that wait for
  the network do gain; say so with the annotation \`workerlint.dev/profile: io\`.
references:
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#worker-concurrency
  - https://docs.celeryq.dev/en/stable/userguide/concurrency/index.html
examples:
  invalid:
    - name: eight processes on one core
      line: 9
      message: 8 celery processes share 1 CPU
      recommendation: --concurrency=1
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              image: registry.example/shop:1
              command: [celery, -A, shop, worker, --concurrency=8]
              resources: {limits: {cpu: "1", memory: 4Gi}}
  valid:
    - name: one process for each core
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: worker}
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=2]
              resources: {limits: {cpu: 1500m, memory: 4Gi}}
    - name: greenlets are no processes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: worker}
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --pool=gevent, --concurrency=100]
              resources: {limits: {cpu: "1", memory: 1Gi}}
    - name: the profile says that tasks wait
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
          annotations: {workerlint.dev/profile: io}
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=8]
              resources: {limits: {cpu: "1", memory: 4Gi}}
`],["cpu/celery-concurrency-implicit.yaml",`id: celery-concurrency-implicit
title: Celery workers say how many processes they start
severity: warning
confidence: fact
programs: [celery]
roles: [worker]
matchConditions:
  - {name: concurrency-counts, expression: "settings.pool_effective != 'solo'"}
  - {name: no-autoscale, expression: settings.autoscale == null}
validations:
  - expression: "!('concurrency' in process.cpuCountSettings) || 'pool_effective' in process.cpuCountSettings"
    messageExpression: "'celery has no --concurrency, so it starts one process for each CPU of the node; %s wants --concurrency=%s (unless the app sets worker_concurrency)'.format([sizing.cpuText + ' CPU', sizing.recommended.concurrency])"
    message: celery has no --concurrency, so it starts one process for each CPU of the node; set it (unless the app sets worker_concurrency)
    target: settings.concurrency
    recommendation: sizing.recommended.concurrency
    related:
      - {target: container.resources.limits.cpu, message: "'limits.cpu is %s here'.format([sizing.cpuText])"}
rationale: |
  Without \`--concurrency\`, \`CELERY_WORKER_CONCURRENCY\` or \`worker_concurrency\` celery asks the operating system for the
  number of CPUs, and that is the node's, not the container's: a worker limited to half a core starts 64 children on a
  64-core node. Measured with a limit of 512Mi and 500m: 16 cores still start, on 32 and 64 the container is killed for
  memory before the first task. The same manifest behaves differently on every kind of node.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#concurrency
  - https://github.com/celery/celery/blob/v5.6.3/celery/worker/worker.py
  - https://github.com/celery/celery/issues/10320
examples:
  invalid:
    - name: a worker without --concurrency
      line: 12
      message: celery has no --concurrency
      recommendation: --concurrency=2
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              containers:
                - name: worker
                  image: registry.example/shop:1
                  command:
                    - celery
                    - --app=shop
                    - worker
                  resources:
                    limits: {cpu: 2500m, memory: 1Gi}
  valid:
    - name: the concurrency is written
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: worker}
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              resources: {limits: {cpu: 2500m, memory: 1Gi}}
    - name: a solo pool has no processes to count
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: worker}
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --pool=solo]
              resources: {limits: {cpu: 2500m, memory: 1Gi}}
`],["cpu/gunicorn-workers-exceed-cpu.yaml",`id: gunicorn-workers-exceed-cpu
title: Gunicorn workers fit the CPU
severity: warning
confidence: practice
programs: [gunicorn]
params: {perCore: 2, plus: 1}
variables:
  - {name: ceiling, expression: "max(1, floor(params.perCore * sizing.cpu) + params.plus)"}
matchConditions:
  - {name: synchronous, expression: "settings.worker_class_effective in ['sync', 'gthread']"}
validations:
  - expression: settings.workers <= variables.ceiling
    messageExpression: "'%d gunicorn workers share %s CPU; at most %d can run well'.format([settings.workers, sizing.cpuText, variables.ceiling])"
    target: settings.workers
    recommendation: sizing.recommended.workers
    alternatives:
      - {field: container.resources.limits.cpu, value: "cpuText(sizing.recommended.cpu)"}
    related:
      - {target: container.resources.limits.cpu, message: "'limits.cpu is %s here'.format([sizing.cpuText])"}
rationale: |
  gunicorn's own rule is 2 × cores + 1, and the cores that count are the container's. More processes only burn the CPU
  quota sooner in every 100 ms: measured at 500m with work that computes, 8 workers serve no more requests than one, need
  six times its memory, take seven times as long to start and double the 95th percentile. Work that waits is served better by
  threads (\`--threads\`), which cost almost no memory.
references:
  - https://gunicorn.org/design/#how-many-workers
  - https://github.com/benoitc/gunicorn/issues/3159
examples:
  invalid:
    - name: nine workers on half a core
      line: 12
      message: 9 gunicorn workers share 500m CPU; at most 2 can run well
      recommendation: --workers=2
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              containers:
                - name: web
                  image: registry.example/shop:1
                  command: ["gunicorn", "shop.wsgi"]
                  args: ["--workers", "9"]
                  resources:
                    limits: {cpu: 500m, memory: 2Gi}
  valid:
    - name: 2 × 1 + 1 workers on one core
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "3"]
              resources: {limits: {cpu: "1", memory: 1Gi}}
    - name: without a limit twice the request counts
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "5"]
              resources: {requests: {cpu: "1", memory: 1Gi}}
    - name: nothing to size by
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "40"]
`],["cpu/workers-from-node-cpu.yaml",`id: workers-from-node-cpu
title: The number of workers does not depend on the node
severity: error
confidence: fact
programs: [gunicorn]
validations:
  - expression: "!('workers' in process.cpuCountSettings)"
    messageExpression: "'the number of workers comes from the CPU count of the node, not from %s CPU of the container; want %d'.format([sizing.cpuText, sizing.recommended.workers])"
    message: the number of workers comes from the CPU count of the node, not from the container; want a fixed number
    target: settings.workers
    recommendation: sizing.recommended.workers
rationale: |
  \`nproc\`, \`multiprocessing.cpu_count()\` and \`os.cpu_count()\` see the node: a CPU limit is a quota of time and hides no
  core. Measured with 2 × cores + 1 workers in a container limited to 500m and 512Mi: on an 8-core node the 17 workers never
  all start, on a 16-core node the container is killed for memory again and again.
references:
  - https://github.com/benoitc/gunicorn/issues/2028
  - https://github.com/benoitc/gunicorn/issues/2877
  - https://docs.python.org/3/library/os.html#os.cpu_count
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run
examples:
  invalid:
    - name: nproc in a shell
      line: 10
      message: comes from the CPU count of the node
      recommendation: --workers=2
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              image: registry.example/shop:1
              command: [sh, -c]
              args: ["exec gunicorn shop.wsgi --workers $(nproc)"]
              resources: {limits: {cpu: 500m, memory: 512Mi}}
  valid:
    - name: a number
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [sh, -c]
              args: ["exec gunicorn shop.wsgi --workers 2"]
              resources: {limits: {cpu: 500m, memory: 512Mi}}
    - name: the container's own limit, by the downward API
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env:
                - name: WEB_CONCURRENCY
                  valueFrom: {resourceFieldRef: {resource: limits.cpu}}
              resources: {limits: {cpu: "2", memory: 512Mi}}
`],["lifecycle/missing-exec.yaml",`id: missing-exec
title: The server receives SIGTERM
severity: warning
confidence: fact
roles: [web, worker]
matchConditions:
  - {name: own-process-namespace, expression: "!pod.shareProcessNamespace"}
  - {name: certain, expression: "!process.conditional"}
validations:
  - expression: process.termination != 'lost'
    messageExpression: "'a shell is PID 1 and keeps SIGTERM from %s, which is killed at the end of the grace period; want exec %s'.format([process.program, process.program])"
    target: process.exec
    recommendation:
      target: process.exec
      value: "'exec ' + process.program"
rationale: |
  At shutdown the kubelet sends SIGTERM to PID 1. A shell that has started the server as its child does not pass it on:
  measured with dash (\`/bin/sh\` of Debian images), requests in flight and running tasks are lost when the grace period ends, and
  a celery worker keeps fetching tasks until then. \`exec\` makes the server PID 1 itself.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
  - https://github.com/apache/superset/issues/33513
examples:
  invalid:
    - name: a command behind another in dash
      line: 8
      message: a shell is PID 1 and keeps SIGTERM from gunicorn
      recommendation: exec gunicorn
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [dash, -c, "python manage.py migrate && gunicorn shop.wsgi -w 2"]
  valid:
    - name: exec
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [dash, -c, "python manage.py migrate && exec gunicorn shop.wsgi -w 2"]
    - name: bash becomes its last command by itself
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [bash, -c, "gunicorn shop.wsgi -w 2"]
`],["memory/memory-budget-exceeded.yaml",`id: memory-budget-exceeded
title: The processes fit the memory limit by their measured size
severity: error
confidence: fact
programs: [gunicorn, celery]
roles: [web, worker]
matchConditions:
  - {name: measured, expression: sizing.isMeasured}
  - {name: processes, expression: "process.concurrency in ['process', 'thread']"}
validations:
  # More processes than the CPU carries: fewer of them is the remedy.
  - expression: "sizing.memoryNeed <= sizing.memory * (1 - sizing.headroom) || !has(sizing.recommended.processesForCpu) || process.processes <= sizing.recommended.processesForCpu"
    messageExpression: "'%d processes of %s need %s; the memory limit is %s, of which %d %% stay free, and the CPU carries %d'.format([process.processes, sizing.workerMemoryText, sizing.memoryNeedText, sizing.memoryText, sizing.headroom * 100, sizing.recommended.processesForCpu])"
    target: process.processes
    recommendation: sizing.recommended.processes
    alternatives:
      - {field: container.resources.limits.memory, value: "memoryText(sizing.recommended.memory)"}
    related:
      - {target: container.resources.limits.memory, message: "'limits.memory is %s here'.format([sizing.memoryText])"}
  # The CPU can use them all: more memory is.
  - expression: "sizing.memoryNeed <= sizing.memory * (1 - sizing.headroom) || (has(sizing.recommended.processesForCpu) && process.processes > sizing.recommended.processesForCpu)"
    messageExpression: "'%d processes of %s need %s; the memory limit is %s, of which %d %% stay free'.format([process.processes, sizing.workerMemoryText, sizing.memoryNeedText, sizing.memoryText, sizing.headroom * 100])"
    target: container.resources.limits.memory
    recommendation: sizing.recommended.memory
    alternatives:
      - {field: number of processes, value: "numberText(sizing.recommended.processesInMemory)"}
rationale: |
  Memory grows by the process: base + n × process, which measured containers follow within one percent. When the size of a
  process is given (by configuration, annotation or a usage file), the sum is no guess. Since Kubernetes 1.28 one process that
  goes over the limit takes the whole container with it.
references:
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
  - https://github.com/kubernetes/kubernetes/pull/117793
examples:
  invalid:
    - name: four workers of 230Mi in 512Mi
      line: 11
      message: 4 processes of 230Mi need 950Mi
      recommendation: "resources.limits.memory: 1280Mi"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations: {workerlint.dev/worker-memory: 230Mi}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
              resources:
                limits: {cpu: "2", memory: 512Mi}
  valid:
    - name: they fit with headroom
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations: {workerlint.dev/worker-memory: 230Mi}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
              resources:
                limits: {cpu: "2", memory: 1280Mi}
    - name: nothing was measured
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
              resources:
                limits: {cpu: "2", memory: 512Mi}
`],["memory/memory-floor.yaml",`id: memory-floor
title: The memory limit is above what bare processes need
severity: error
confidence: practice
programs: [gunicorn, celery]
roles: [web, worker]
matchConditions:
  - {name: processes, expression: "process.concurrency in ['process', 'thread']"}
validations:
  # More processes than the CPU carries: fewer of them is the remedy.
  - expression: "sizing.memory >= sizing.memoryFloor || !has(sizing.recommended.processesForCpu) || process.processes <= sizing.recommended.processesForCpu"
    messageExpression: "'%d %s processes need %s before they load an application; the memory limit is %s and the CPU carries %d'.format([process.processes, process.program, sizing.memoryFloorText, sizing.memoryText, sizing.recommended.processesForCpu])"
    target: process.processes
    recommendation: sizing.recommended.processes
    alternatives:
      - {field: container.resources.limits.memory, value: "memoryText(sizing.recommended.memory)"}
    related:
      - {target: container.resources.limits.memory, message: "'limits.memory is %s here'.format([sizing.memoryText])"}
  # The CPU can use them all: more memory is.
  - expression: "sizing.memory >= sizing.memoryFloor || (has(sizing.recommended.processesForCpu) && process.processes > sizing.recommended.processesForCpu)"
    messageExpression: "'%d %s processes need %s before they load an application; the memory limit is %s'.format([process.processes, process.program, sizing.memoryFloorText, sizing.memoryText])"
    target: container.resources.limits.memory
    recommendation: sizing.recommended.memory
    alternatives:
      - {field: number of processes, value: "numberText(sizing.recommended.processesInMemory)"}
rationale: |
  Every worker is a Python interpreter of its own. The floor is 43 MiB and 40 MiB a gunicorn worker (the formula of the
  sclorg Python images), 44 MiB and 13 MiB a celery child (a bare application, shared pages counted once). An application
  comes on top: below the floor the kernel kills processes before the first request.
references:
  - https://github.com/sclorg/s2i-python-container/blob/master/3.12/README.md
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
examples:
  invalid:
    - name: sixteen children in 128Mi
      line: 10
      message: 16 celery processes need 252Mi
      recommendation: "resources.limits.memory: 2Gi"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              image: registry.example/shop:1
              command: [celery, -A, shop, worker, -c, "16"]
              resources: {limits: {cpu: "16", memory: 128Mi}}
  valid:
    - name: just above the floor
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: worker}
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "4"]
              resources: {limits: {cpu: "4", memory: 96Mi}}
    - name: threads share one process
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "1", --threads, "16"]
              resources: {limits: {cpu: "1", memory: 96Mi}}
`],["memory/memory-limit-missing.yaml",`id: memory-limit-missing
title: Containers with several processes have a memory limit
severity: warning
confidence: practice
programs: [gunicorn, celery]
roles: [web, worker]
matchConditions:
  - {name: several, expression: process.processes > 1}
validations:
  - expression: container.limits.memory != null
    messageExpression: "'%d %s processes have no memory limit; want about %s'.format([process.processes, process.program, memoryText(sizing.recommended.memory)])"
    target: container.resources.limits.memory
    recommendation: sizing.recommended.memory
rationale: |
  Without a limit a leak in one process takes memory from every pod of the node, and the kernel picks the victim. The
  recommended limit is base + n × process with headroom, from the assumptions that the arithmetic names; replace them by
  measured values (\`workerlint.dev/worker-memory\`).
references:
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
examples:
  invalid:
    - name: no limit
      line: 9
      message: 3 gunicorn processes have no memory limit
      recommendation: "resources.limits.memory: 576Mi"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "3"]
              resources:
                requests:
                  cpu: "1"
  valid:
    - name: a limit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "3"]
              resources: {limits: {memory: 512Mi}, requests: {cpu: "1"}}
    - name: the namespace gives a limit
      manifest: |
        apiVersion: v1
        kind: LimitRange
        metadata: {name: defaults, namespace: shop}
        spec:
          limits:
            - type: Container
              default: {memory: 512Mi}
        ---
        apiVersion: v1
        kind: Pod
        metadata: {name: web, namespace: shop}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "3"]
              resources: {requests: {cpu: "1"}}
`],["probes/probe-starvation.yaml",`id: probe-starvation
title: A busy server still answers its liveness probe
severity: warning
confidence: fact
programs: [gunicorn]
matchConditions:
  - {name: probed, expression: "container.livenessProbe.kind == 'http'"}
  - {name: request-workers, expression: "process.concurrency in ['process', 'thread']"}
validations:
  - expression: process.slots > 1
    messageExpression: "'one request at a time is served, so the liveness probe (timeout %d s) waits behind any slow request; want --threads=%d'.format([container.livenessProbe.timeoutSeconds, sizing.recommended.threads])"
    target: settings.threads
    recommendation: sizing.recommended.threads
    alternatives:
      - {field: container.livenessProbe.timeoutSeconds, value: "'5'"}
      - {field: settings.workers, value: "'2'"}
    related:
      - {target: container.livenessProbe, message: "'the probe that is starved'"}
rationale: |
  One sync worker serves one request at a time, and the probe is a request too. Measured with work that mostly waits: at half
  of its CPU a single sync worker answered 2 of 15 probes late; with two workers or four threads none was late. When probes
  fail, the kubelet restarts the container and the load moves to its siblings.
references:
  - https://github.com/benoitc/gunicorn/issues/2467
  - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
examples:
  invalid:
    - name: one worker with one thread
      line: 8
      message: one request at a time is served
      recommendation: --threads=4
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -b, ":8000"]
              livenessProbe: {httpGet: {path: /healthz, port: 8000}}
  valid:
    - name: threads answer beside a slow request
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -b, ":8000", --threads=2]
              livenessProbe: {httpGet: {path: /healthz, port: 8000}}
    - name: a TCP probe needs no worker
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -b, ":8000"]
              livenessProbe: {tcpSocket: {port: 8000}}
`],["settings/arg-with-space.yaml",`id: arg-with-space
title: A flag and its value are two words
severity: error
confidence: fact
validations:
  - expression: process.spacedWord == null
    messageExpression: "'\\"%s\\" is one word, so %s does not read it as a flag; want the value behind \\"=\\" or in an item of its own'.format([process.spacedWord, process.program])"
    target: process.spacedWord
    recommendation:
      target: process.spacedWord
      value: "process.spacedWord.replaceFirstSpace('=')"
rationale: |
  Every item of \`command\` and \`args\` is one word; no shell splits it. gunicorn takes \`"--workers 4"\` behind the application
  for one more positional word and ignores it, so one worker runs; in front of the application the container does not
  start. celery refuses it.
references:
  - https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/
  - https://docs.python.org/3/library/argparse.html#arguments-containing
examples:
  invalid:
    - name: flag and value in one item
      line: 11
      message: '"--workers 4" is one word'
      recommendation: --workers=4
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn]
              args:
                - shop.wsgi
                - --workers 4
  valid:
    - name: a value may hold spaces
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, "--access-logformat=%(h)s %(r)s", -w, "2"]
    - name: a shell splits
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [sh, -c, "exec gunicorn shop.wsgi --workers 2"]
`],["settings/bind-loopback.yaml",`id: bind-loopback
title: Web servers listen where the pod's network reaches them
severity: error
confidence: fact
programs: [gunicorn]
variables:
  - {name: isReached, expression: "size(container.ports) > 0 || workload.hasService || container.livenessProbe.kind in ['http', 'tcp'] || container.readinessProbe.kind in ['http', 'tcp']"}
  - {name: port, expression: "size(container.ports) > 0 ? container.ports[0] : 8000.0"}
matchConditions:
  - {name: reached, expression: variables.isReached}
  - {name: no-proxy-in-the-pod, expression: pod.containers == 1}
validations:
  - expression: "size(settings.bind) == 0 || !settings.bind.all(address, address.startsWith('127.') || address.startsWith('localhost') || address.startsWith('[::1]'))"
    messageExpression: "'gunicorn listens on %s, which nothing outside the container reaches; want 0.0.0.0:%d'.format([settings.bind, variables.port])"
    target: settings.bind
    recommendation:
      target: settings.bind
      value: "'0.0.0.0:%d'.format([variables.port])"
      derivation:
        - {term: "'containerPort'", value: "numberText(variables.port)"}
rationale: |
  Without \`--bind\` and without PORT gunicorn listens on 127.0.0.1:8000. Services and probes come from outside the
  container's own loopback address: every probe fails and the pod never becomes ready. With another container in the pod that may be the
  intention (a proxy in front), so the policy is silent there.
references:
  - https://gunicorn.org/reference/settings/#bind
  - https://kubernetes.io/docs/concepts/services-networking/service/
examples:
  invalid:
    - name: the default address behind a containerPort
      line: 8
      message: gunicorn listens on 127.0.0.1:8000
      recommendation: --bind=0.0.0.0:9000
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              ports: [{containerPort: 9000}]
  valid:
    - name: PORT moves the default to all addresses
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              env: [{name: PORT, value: "9000"}]
              ports: [{containerPort: 9000}]
    - name: a proxy in the same pod
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -b, "127.0.0.1:8000"]
              ports: [{containerPort: 8000}]
            - name: proxy
              image: nginx:1.27
`],["settings/invalid-count-value.yaml",`id: invalid-count-value
title: Numbers of workers, threads and processes are numbers that start
severity: error
confidence: fact
variables:
  - {name: counts, expression: "['workers', 'threads', 'concurrency', 'timeout', 'graceful_timeout', 'keepalive', 'max_requests', 'max_requests_jitter', 'backlog', 'worker_connections', 'autoscale', 'prefetch_multiplier', 'max_tasks_per_child', 'max_memory_per_child', 'time_limit', 'soft_time_limit']"}
validations:
  - expression: process.startupError == null || process.startupErrorSetting == null || !(process.startupErrorSetting in variables.counts)
    messageExpression: "'%s does not start: %s'.format([process.program, process.startupError])"
    target: process.startupError
  - expression: process.program != 'gunicorn' || settings.workers > 0
    message: gunicorn with 0 workers listens and never answers; want at least 1
    target: settings.workers
    recommendation: sizing.recommended.workers
rationale: |
  gunicorn and celery refuse text, fractions and negative numbers where they count, and the container restarts for ever. No
  worker at all is accepted: gunicorn then listens on its port and answers nothing.
references:
  - https://gunicorn.org/reference/settings/#workers
  - https://docs.celeryq.dev/en/stable/reference/cli.html#celery-worker
examples:
  invalid:
    - name: a fraction in WEB_CONCURRENCY
      line: 11
      message: "gunicorn does not start: invalid literal for int() with base 10: '2.5'"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env:
                - name: WEB_CONCURRENCY
                  value: "2.5"
    - name: no workers
      line: 8
      message: gunicorn with 0 workers
      recommendation: --workers=3
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=0]
              resources: {limits: {cpu: "1"}}
  valid:
    - name: white space around a number
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env: [{name: WEB_CONCURRENCY, value: " 3 "}]
    - name: celery reads 0 as not given
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: worker}
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=0]
`],["settings/setting-ignored.yaml",`id: setting-ignored
title: Settings are ones that the worker class reads
severity: warning
confidence: fact
programs: [gunicorn]
variables:
  - {name: class, expression: settings.worker_class_effective}
  - {name: isAsync, expression: "settings.worker_class_effective in ['gevent', 'asgi', 'tornado', 'uvicorn.workers.UvicornWorker', 'uvicorn_worker.UvicornWorker']"}
validations:
  - expression: "!(variables.class == 'sync' && origins.keepalive != 'default')"
    messageExpression: "'keep-alive %d does nothing: sync workers close every connection; want gthread (--threads=4) or no --keep-alive'.format([settings.keepalive])"
    target: settings.keepalive
    recommendation:
      target: settings.threads
      value: "4.0"
      derivation:
        - {term: "'worker class with more than one thread'", value: "'gthread'"}
        - {term: "'threads for a worker that keeps connections'", value: "'4'"}
  - expression: "!(variables.class == 'sync' && origins.worker_connections != 'default')"
    messageExpression: "'worker-connections %d does nothing: a sync worker has one connection'.format([settings.worker_connections])"
    target: settings.worker_connections
  - expression: "!(variables.isAsync && settings.threads > 1)"
    messageExpression: "'threads %d does nothing: %s workers run one event loop; want no --threads'.format([settings.threads, variables.class])"
    target: settings.threads
  - expression: "!(origins.worker_connections != 'default' && variables.class in ['asgi', 'tornado', 'uvicorn.workers.UvicornWorker', 'uvicorn_worker.UvicornWorker'])"
    messageExpression: "'worker-connections %d does nothing: %s workers do not read it'.format([settings.worker_connections, variables.class])"
    target: settings.worker_connections
rationale: |
  Each worker class reads its own settings. A sync worker serves one request and closes the connection, so keep-alive and
  worker-connections have no effect; event loops have no threads; uvicorn's worker reads neither threads nor
  worker-connections. Whoever wrote the setting believes otherwise.
references:
  - https://gunicorn.org/reference/settings/#keepalive
  - https://gunicorn.org/reference/settings/#worker_connections
  - https://github.com/encode/uvicorn/blob/master/uvicorn/workers.py
examples:
  invalid:
    - name: keep-alive with sync workers
      line: 8
      message: keep-alive 65 does nothing
      recommendation: --threads=4
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --keep-alive=65]
    - name: threads with gevent
      line: 8
      message: threads 4 does nothing
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -k, gevent, --threads=4]
  valid:
    - name: threads make it gthread, which keeps connections
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=4, --keep-alive=65]
    - name: one thread with gevent
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -k, gevent, --threads=1, --worker-connections=500]
`],["settings/unexpanded-shell-syntax.yaml",`id: unexpanded-shell-syntax
title: Shell syntax stands where a shell reads it
severity: error
confidence: fact
matchConditions:
  - {name: not-a-template, expression: "!workload.isTemplate"}
validations:
  - expression: process.unexpandedWord == null
    messageExpression: "'\\"%s\\" reaches %s as it is written, because no shell reads it; want $(NAME) for a variable, or sh -c'.format([process.unexpandedWord, process.program])"
    target: process.unexpandedWord
rationale: |
  \`command\` and \`args\` are handed to the program word by word. Kubernetes expands only \`$(NAME)\` of the container's own
  variables; \`$NAME\`, \`\${NAME}\`, backquotes and commands in \`$( )\` stay as they are, and the program refuses them or takes
  them for a name.
references:
  - https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/#use-environment-variables-to-define-arguments
examples:
  invalid:
    - name: a shell variable in exec form
      line: 8
      message: '"--workers=\${WORKERS}" reaches gunicorn as it is written'
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, "--workers=\${WORKERS}"]
              env: [{name: WORKERS, value: "2"}]
  valid:
    - name: the syntax of Kubernetes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, "--workers=$(WORKERS)"]
              env: [{name: WORKERS, value: "2"}]
    - name: a shell reads it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata: {name: web}
        spec:
          containers:
            - name: web
              command: [sh, -c, "exec gunicorn shop.wsgi --workers=\${WORKERS}"]
              env: [{name: WORKERS, value: "2"}]
`],["system/beat-replicas.yaml",`id: beat-replicas
title: There is one celery beat
severity: error
confidence: fact
programs: [celery]
roles: [beat]
matchConditions:
  - {name: plain-scheduler, expression: "settings.scheduler == null || !settings.scheduler.looksLike('*redbeat*')"}
validations:
  - expression: workload.replicasMax == null || workload.replicasMax <= 1
    messageExpression: "'celery beat runs %d times (%s), so every periodic task is sent %d times; want 1 replica'.format([workload.replicasMax, workload.replicasSource, workload.replicasMax])"
    target: workload.spec.replicas
    recommendation:
      target: workload.spec.replicas
      value: "1"
      derivation:
        - {term: "workload.replicasSource", value: "numberText(workload.replicasMax)"}
        - {term: "'schedulers at a time'", value: "'1'"}
rationale: |
  Beat keeps its schedule for itself: two of them send every periodic task twice. Schedulers with a lock, such as RedBeat,
  may run more than once.
references:
  - https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html
  - https://redbeat.readthedocs.io/en/latest/
examples:
  invalid:
    - name: two replicas
      line: 6
      message: celery beat runs 2 times
      recommendation: "spec.replicas: 1"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: beat
        spec:
          replicas: 2
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
  valid:
    - name: one replica
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: beat}
        spec:
          replicas: 1
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
    - name: a scheduler with a lock
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: beat}
        spec:
          replicas: 2
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat, -S, redbeat.RedBeatScheduler]
`]]);var ne=class extends Error{static{l(this,"CelError")}#e;#n;#r;#s;constructor({name:e,code:n,message:r,node:s,cause:i,range:o}){super(r,i?{cause:i}:void 0),this.name=e,this.#n=n,this.#s=r,this.#e=s,this.#r=o&&Ye(o)||Ye(s),s?.input&&(this.message=_n(this.#s,s,this.#r))}get node(){return this.#e}get code(){return this.#n}get range(){return this.#r}get summary(){return this.#s}withAst(e){return this.#e||!e?.input?this:(this.#e=e,this.#r??=Ye(e),this.message=_n(this.#s,e,this.#r),this)}};function We(t,e,n,r,s){if(typeof n=="string")return{name:t,code:e,message:n,node:r,cause:s};let i=n;if(typeof i!="object")throw new Error("First param to error must be a string or object");return{name:t,code:i.code||e,message:i.message,node:i.node,cause:i.cause,range:i.range}}l(We,"normalizeArgs");var pe=class extends ne{static{l(this,"ParseError")}constructor(e,n,r){super(We("ParseError","parse_error",e,n,r))}},K=class extends ne{static{l(this,"EvaluationError")}constructor(e,n,r){super(We("EvaluationError","evaluation_error",e,n,r))}},de=class extends ne{static{l(this,"TypeError")}constructor(e,n,r){super(We("TypeError","type_error",e,n,r))}};function P(t,e,n){return typeof t=="object"?new pe(t):new pe({code:t,message:e,node:n})}l(P,"parseError");function T(t,e,n){return typeof t=="object"?new K(t):new K({code:t,message:e,node:n})}l(T,"evaluationError");function Mn(t,e,n){return typeof t=="object"?new de(t):new de({code:t,message:e,node:n})}l(Mn,"typeError");function Ye(t){let e=t?.pos??t?.start;if(typeof e!="number")return;let n=typeof t.end=="number"?t.end:e;return{start:e,end:n}}l(Ye,"normalizeRange");function _n(t,e,n){let r=e.pos??n?.start;if(typeof r!="number")return t;let s=e.input,i=1,o=0,c=0;for(;o<r;)s[o]===`
`?(i++,c=0):c++,o++;let u=r,m=r;for(;u>0&&s[u-1]!==`
`;)u--;for(;m<s.length&&s[m]!==`
`;)m++;let y=s.slice(u,m),d=`> ${`${i}`.padStart(4," ")} | ${y}
${" ".repeat(9+c)}^`;return`${t}

${d}`}l(_n,"formatErrorWithHighlight");function me(t,e){return t instanceof ne?t.withAst(e):t}l(me,"attachErrorAst");var R=class t{static{l(this,"Optional")}#e;constructor(e){this.#e=e}static of(e){return e===void 0?he:new t(e)}static none(){return he}hasValue(){return this.#e!==void 0}value(){if(this.#e===void 0)throw T("optional_value_missing","Optional value is not present");return this.#e}or(e){if(this.#e!==void 0)return this;if(e instanceof t)return e;throw T("invalid_optional_argument","Optional.or must be called with an Optional argument")}orValue(e){return this.#e===void 0?e:this.#e}get[Symbol.toStringTag](){return"optional"}[Symbol.for("nodejs.util.inspect.custom")](){return this.#e===void 0?"Optional { none }":`Optional { value: ${JSON.stringify(this.#e)} }`}},he=Object.freeze(new R),xe=class{static{l(this,"OptionalNamespace")}},$n=new xe;function Cn(t,e){let n=e?$n:void 0;t.deleteVariable("optional"),t.registerConstant("optional","OptionalNamespace",n)}l(Cn,"toggleOptionalTypes");function Pn(t){let e={async:!1},n=l((p,f)=>t.registerFunctionOverload(p,f,e),"functionOverload"),r=t.enableOptionalTypes?$n:void 0;t.registerType("OptionalNamespace",xe),t.registerConstant("optional","OptionalNamespace",r),n("optional.hasValue(): bool",p=>p.hasValue()),n("optional<A>.value(): A",p=>p.value()),t.registerFunctionOverload("OptionalNamespace.none(): optional<T>",()=>R.none()),n("OptionalNamespace.of(A): optional<A>",(p,f)=>R.of(f));function s(p,f,w){if(p instanceof R)return p;throw T("optional_expected",`${w} must be optional`,f)}l(s,"ensureOptional");function i(p,f,w){let a=p.run(f.receiver,w);return a instanceof Promise?a.then(h=>o(h,p,f,w)):o(a,p,f,w)}l(i,"evaluateOptional");function o(p,f,w,a){let h=s(p,w.receiver,`${w.functionDesc} receiver`);return h.hasValue()?w.onHasValue(h):w.onEmpty(f,w,a)}l(o,"handleOptionalResolved");function c(p,f,w,a){let h=p.check(f,w);if(h.kind==="optional")return h;if(h.kind==="dyn")return p.getType("optional");throw p.createError("optional_expected",`${a} must be optional, got '${h}'`,f)}l(c,"ensureOptionalType");function u({functionDesc:p,evaluate:f,typeCheck:w,onHasValue:a,onEmpty:h}){return({ast:b,args:k,receiver:O})=>({ast:b,functionDesc:p,receiver:O,arg:k[0],evaluate:f,typeCheck:w,onHasValue:a,onEmpty:h})}l(u,"createOptionalMacro");let m="optional.orValue() receiver",y="optional.or(optional) receiver",d="optional.or(optional) argument";t.registerFunctionOverload("optional.or(ast): optional<dyn>",u({functionDesc:"optional.or(optional)",evaluate:i,typeCheck(p,f,w){let a=c(p,f.receiver,w,y),h=c(p,f.arg,w,d);f.receiver.maybeAsync||f.arg.maybeAsync||f.ast.setMeta("async",!1);let b=a.unify(p.registry,h);if(b)return b;throw p.createError("incompatible_argument_type",`${f.functionDesc} argument must be compatible type, got '${a}' and '${h}'`,f.arg)},onHasValue:l(p=>p,"onHasValue"),onEmpty(p,f,w){let a=f.arg,h=p.run(a,w);return h instanceof Promise?h.then(b=>s(b,a,d)):s(h,a,d)}})),t.registerFunctionOverload("optional.orValue(ast): dyn",u({functionDesc:"optional.orValue(value)",onHasValue:l(p=>p.value(),"onHasValue"),onEmpty(p,f,w){return p.run(f.arg,w)},evaluate:i,typeCheck(p,f,w){let a=c(p,f.receiver,w,m).valueType,h=p.check(f.arg,w);f.receiver.maybeAsync||f.arg.maybeAsync||f.ast.setMeta("async",!1);let b=a.unify(p.registry,h);if(b)return b;throw p.createError("incompatible_argument_type",`${f.functionDesc} argument must be compatible type, got '${a}' and '${h}'`,f.arg)}}))}l(Pn,"register");var te=Object.hasOwn,A=Object.keys,D=Object.freeze,An=Object.entries,H=Array.isArray,qe=Array.from,Q=0n,On=18446744073709551615n,Ee=9223372036854775807n,_e=-9223372036854775808n;function fe(t,e){return t?.[Symbol.toStringTag]==="AsyncFunction"?!0:typeof e=="boolean"?e:!0}l(fe,"isAsync");var re=new Set(["as","break","const","continue","else","for","function","if","import","let","loop","package","namespace","return","var","void","while","__proto__","prototype"]);var M=class{static{l(this,"UnsignedInt")}#e;constructor(e){this.verify(typeof e=="bigint"?e:BigInt(e))}get value(){return this.#e}valueOf(){return this.#e}toString(){return`${this.#e}`}verify(e){if(e<Q||e>On)throw T("numeric_overflow","Unsigned integer overflow");this.#e=e}get[Symbol.toStringTag](){return`value = ${this.#e}`}[Symbol.for("nodejs.util.inspect.custom")](){return`UnsignedInteger { value: ${this.#e} }`}},se=1e9,ie=1000000000n,At={h:3600000000000n,m:60000000000n,s:ie,ms:1000000n,us:1000n,µs:1000n,ns:1n},q=class t{static{l(this,"Duration")}#e;#n;constructor(e,n=0){this.#e=BigInt(e),this.#n=n}get seconds(){return this.#e}get nanos(){return this.#n}valueOf(){return Number(this.#e)*1e3+this.#n/1e6}static fromMilliseconds(e){let n=BigInt(Math.trunc(e*1e6)),r=n/ie,s=Number(n%ie);return new t(r,s)}addDuration(e){let n=this.#n+e.nanos;return new t(this.#e+e.seconds+BigInt(Math.floor(n/se)),n%se)}subtractDuration(e){let n=this.#n-e.nanos;return new t(this.#e-e.seconds+BigInt(Math.floor(n/se)),(n+se)%se)}extendTimestamp(e){return new Date(e.getTime()+Number(this.#e)*1e3+Math.floor(this.#n/1e6))}subtractTimestamp(e){return new Date(e.getTime()-Number(this.#e)*1e3-Math.floor(this.#n/1e6))}toString(){let e=this.#n?(this.#n/se).toLocaleString("en-US",{useGrouping:!1,maximumFractionDigits:9}).slice(1):"";return`${this.#e}${e}s`}getHours(){return this.#e/3600n}getMinutes(){return this.#e/60n}getSeconds(){return this.#e}getMilliseconds(){return this.#e*1000n+BigInt(Math.floor(this.#n/1e6))}get[Symbol.toStringTag](){return"google.protobuf.Duration"}[Symbol.for("nodejs.util.inspect.custom")](){return`google.protobuf.Duration { seconds: ${this.#e}, nanos: ${this.#n} }`}};function Sn(t){let e={async:!1},n=l((a,h)=>t.registerFunctionOverload(a,h,e),"functionOverload"),r=l(a=>a,"identity");n("dyn(dyn): dyn",r);for(let a in Y){let h=Y[a];h instanceof $&&n(`type(${h.name}): type`,()=>h)}n("bool(bool): bool",r),n("bool(string): bool",a=>{switch(a){case"1":case"t":case"true":case"TRUE":case"True":return!0;case"0":case"f":case"false":case"FALSE":case"False":return!1;default:throw T("bool_conversion_error",`bool() conversion error: invalid string value "${a}"`)}}),n("size(string): int",a=>BigInt(Nn(a))),n("size(bytes): int",a=>BigInt(a.length)),n("size(list): int",a=>BigInt(a.length??a.size)),n("size(map): int",a=>BigInt(a instanceof Map?a.size:A(a).length)),n("string.size(): int",a=>BigInt(Nn(a))),n("bytes.size(): int",a=>BigInt(a.length)),n("list.size(): int",a=>BigInt(a.length??a.size)),n("map.size(): int",a=>BigInt(a instanceof Map?a.size:A(a).length)),n("bytes(string): bytes",a=>o.fromString(a)),n("bytes(bytes): bytes",r),n("double(double): double",r),n("double(int): double",a=>Number(a)),n("double(uint): double",a=>Number(a)),n("double(string): double",a=>{if(!a||a!==a.trim())throw T("double_conversion_error","double() type error: cannot convert to double");switch(a.toLowerCase()){case"inf":case"+inf":case"infinity":case"+infinity":return Number.POSITIVE_INFINITY;case"-inf":case"-infinity":return Number.NEGATIVE_INFINITY;case"nan":return Number.NaN;default:{let b=Number(a);if(!Number.isNaN(b))return b;throw T("double_conversion_error","double() type error: cannot convert to double")}}}),n("int(int): int",r),n("int(double): int",a=>{if(Number.isFinite(a))return BigInt(Math.trunc(a));throw T("numeric_overflow","int() type error: integer overflow")}),n("int(string): int",a=>{if(a!==a.trim()||a.length>20||a.includes("0x"))throw T("int_conversion_error","int() type error: cannot convert to int");try{let h=BigInt(a);if(h<=Ee&&h>=_e)return h}catch{}throw T("int_conversion_error","int() type error: cannot convert to int")}),n("uint(uint): uint",r),n("uint(int): uint",a=>{try{return new M(a)}catch{throw T("uint_conversion_error","uint() type error: cannot convert to uint")}}),n("uint(double): uint",a=>{try{return new M(Math.trunc(a))}catch{throw T("numeric_overflow","uint() type error: unsigned integer overflow")}}),n("uint(string): uint",a=>{if(a!==a.trim()||a.length>20||a.includes("0x"))throw T("uint_conversion_error","uint() type error: cannot convert to uint");try{return new M(a)}catch{throw T("uint_conversion_error","uint() type error: cannot convert to uint")}}),n("string(string): string",r),n("string(bool): string",a=>`${a}`),n("string(int): string",a=>`${a}`),n("string(uint): string",a=>`${a}`),n("string(bytes): string",a=>o.toUtf8(a)),n("string(double): string",a=>a===1/0?"+Inf":a===-1/0?"-Inf":`${a}`),n("string.startsWith(string): bool",(a,h)=>a.startsWith(h)),n("string.endsWith(string): bool",(a,h)=>a.endsWith(h)),n("string.contains(string): bool",(a,h)=>a.includes(h)),n("string.lowerAscii(): string",a=>a.toLowerCase()),n("string.upperAscii(): string",a=>a.toUpperCase()),n("string.trim(): string",a=>a.trim()),n("string.indexOf(string): int",(a,h)=>BigInt(a.indexOf(h))),n("string.indexOf(string, int): int",(a,h,b)=>{if(h==="")return b;if(b=Number(b),b<0||b>=a.length)throw T("index_out_of_range","string.indexOf(search, fromIndex): fromIndex out of range");return BigInt(a.indexOf(h,b))}),n("string.lastIndexOf(string): int",(a,h)=>BigInt(a.lastIndexOf(h))),n("string.lastIndexOf(string, int): int",(a,h,b)=>{if(h==="")return b;if(b=Number(b),b<0||b>=a.length)throw T("index_out_of_range","string.lastIndexOf(search, fromIndex): fromIndex out of range");return BigInt(a.lastIndexOf(h,b))}),n("string.substring(int): string",(a,h)=>{if(h=Number(h),h<0||h>a.length)throw T("index_out_of_range","string.substring(start, end): start index out of range");return a.substring(h)}),n("string.substring(int, int): string",(a,h,b)=>{if(h=Number(h),h<0||h>a.length)throw T("index_out_of_range","string.substring(start, end): start index out of range");if(b=Number(b),b<h||b>a.length)throw T("index_out_of_range","string.substring(start, end): end index out of range");return a.substring(h,b)}),n("string.matches(string): bool",(a,h)=>{try{return new RegExp(h).test(a)}catch{throw T("invalid_regular_expression",`Invalid regular expression: ${h}`)}}),n("string.split(string): list<string>",(a,h)=>a.split(h)),n("string.split(string, int): list<string>",(a,h,b)=>{if(b=Number(b),b===0)return[];let k=a.split(h);if(b<0||k.length<=b)return k;let O=k.slice(0,b-1);return O.push(k.slice(b-1).join(h)),O}),n("list<string>.join(): string",a=>{for(let h=0;h<a.length;h++)if(typeof a[h]!="string")throw T("invalid_list_element_type","string.join(): list must contain only strings");return a.join("")}),n("list<string>.join(string): string",(a,h)=>{for(let b=0;b<a.length;b++)if(typeof a[b]!="string")throw T("invalid_list_element_type","string.join(separator): list must contain only strings");return a.join(h)});let s=new TextEncoder("utf8"),i=new TextDecoder("utf8"),o=typeof Buffer<"u"?{byteLength:l(a=>Buffer.byteLength(a),"byteLength"),fromString:l(a=>Buffer.from(a,"utf8"),"fromString"),toHex:l(a=>Buffer.prototype.hexSlice.call(a,0,a.length),"toHex"),toBase64:l(a=>Buffer.prototype.base64Slice.call(a,0,a.length),"toBase64"),toUtf8:l(a=>Buffer.prototype.utf8Slice.call(a,0,a.length),"toUtf8"),jsonParse:l(a=>JSON.parse(a),"jsonParse")}:{textEncoder:new TextEncoder("utf8"),byteLength:l(a=>s.encode(a).length,"byteLength"),fromString:l(a=>s.encode(a),"fromString"),toHex:Uint8Array.prototype.toHex?a=>a.toHex():a=>qe(a,h=>h.toString(16).padStart(2,"0")).join(""),toBase64:Uint8Array.prototype.toBase64?a=>a.toBase64():a=>btoa(qe(a,h=>String.fromCodePoint(h)).join("")),toUtf8:l(a=>i.decode(a),"toUtf8"),jsonParse:l(a=>JSON.parse(s.decode(a)),"jsonParse")};n("bytes.json(): map",o.jsonParse),n("bytes.hex(): string",o.toHex),n("bytes.string(): string",o.toUtf8),n("bytes.base64(): string",o.toBase64),n("bytes.at(int): int",(a,h)=>{if(h<0||h>=a.length)throw T("index_out_of_range","Bytes index out of range");return BigInt(a[h])});let c="google.protobuf.Timestamp",u="google.protobuf.Duration",m=t.registerType(c,Date).typeType,y=t.registerType(u,q).typeType;t.registerConstant("google","map<string, map<string, type>>",{protobuf:{Duration:y,Timestamp:m}});function d(a,h){return new Date(a.toLocaleString("en-US",{timeZone:h}))}l(d,"tzDate");function p(a,h){let b=h?d(a,h):new Date(a.getUTCFullYear(),a.getUTCMonth(),a.getUTCDate()),k=new Date(b.getFullYear(),0,0);return BigInt(Math.floor((b-k)/864e5)-1)}l(p,"getDayOfYear"),n(`timestamp(string): ${c}`,a=>{if(a.length<20||a.length>30)throw T("invalid_timestamp","timestamp() requires a string in ISO 8601 format");let h=new Date(a);if(h<=0xe677d21fdbff&&h>=-621355968e5)return h;throw T("invalid_timestamp","timestamp() requires a string in ISO 8601 format")}),n(`timestamp(int): ${c}`,a=>{if(a=Number(a)*1e3,a<=0xe677d21fdbff&&a>=-621355968e5)return new Date(a);throw T("invalid_timestamp","timestamp() requires a valid integer unix timestamp")}),n(`${c}.getDate(): int`,a=>BigInt(a.getUTCDate())),n(`${c}.getDate(string): int`,(a,h)=>BigInt(d(a,h).getDate())),n(`${c}.getDayOfMonth(): int`,a=>BigInt(a.getUTCDate()-1)),n(`${c}.getDayOfMonth(string): int`,(a,h)=>BigInt(d(a,h).getDate()-1)),n(`${c}.getDayOfWeek(): int`,a=>BigInt(a.getUTCDay())),n(`${c}.getDayOfWeek(string): int`,(a,h)=>BigInt(d(a,h).getDay())),n(`${c}.getDayOfYear(): int`,p),n(`${c}.getDayOfYear(string): int`,p),n(`${c}.getFullYear(): int`,a=>BigInt(a.getUTCFullYear())),n(`${c}.getFullYear(string): int`,(a,h)=>BigInt(d(a,h).getFullYear())),n(`${c}.getHours(): int`,a=>BigInt(a.getUTCHours())),n(`${c}.getHours(string): int`,(a,h)=>BigInt(d(a,h).getHours())),n(`${c}.getMilliseconds(): int`,a=>BigInt(a.getUTCMilliseconds())),n(`${c}.getMilliseconds(string): int`,a=>BigInt(a.getUTCMilliseconds())),n(`${c}.getMinutes(): int`,a=>BigInt(a.getUTCMinutes())),n(`${c}.getMinutes(string): int`,(a,h)=>BigInt(d(a,h).getMinutes())),n(`${c}.getMonth(): int`,a=>BigInt(a.getUTCMonth())),n(`${c}.getMonth(string): int`,(a,h)=>BigInt(d(a,h).getMonth())),n(`${c}.getSeconds(): int`,a=>BigInt(a.getUTCSeconds())),n(`${c}.getSeconds(string): int`,(a,h)=>BigInt(d(a,h).getSeconds()));let f=/(\d*\.?\d*)(ns|us|µs|ms|s|m|h)/;function w(a){if(!a)throw T("invalid_duration","Invalid duration string: ''");let h=a[0]==="-";(a[0]==="-"||a[0]==="+")&&(a=a.slice(1));let b=BigInt(0);for(;;){let _=f.exec(a);if(!_)throw T("invalid_duration",`Invalid duration string: ${a}`);if(_.index!==0)throw T("invalid_duration",`Invalid duration string: ${a}`);a=a.slice(_[0].length);let N=At[_[2]],[ue="0",F=""]=_[1].split("."),Z=BigInt(ue)*N,Te=F?BigInt(F.slice(0,13).padEnd(13,"0"))*N/10000000000000n:0n;if(b+=Z+Te,a==="")break}let k=b>=ie?b/ie:0n,O=Number(b%ie);return h?new q(-k,-O):new q(k,O)}l(w,"parseDuration"),n("duration(string): google.protobuf.Duration",a=>w(a)),n("google.protobuf.Duration.getHours(): int",a=>a.getHours()),n("google.protobuf.Duration.getMinutes(): int",a=>a.getMinutes()),n("google.protobuf.Duration.getSeconds(): int",a=>a.getSeconds()),n("google.protobuf.Duration.getMilliseconds(): int",a=>a.getMilliseconds()),Pn(t)}l(Sn,"registerFunctions");function Nn(t){let e=0;for(let n of t)e++;return e}l(Nn,"stringSize");var $=class{static{l(this,"Type")}#e;constructor(e){this.#e=e,D(this)}get name(){return this.#e}get[Symbol.toStringTag](){return`Type<${this.#e}>`}toString(){return`Type<${this.#e}>`}},Y={string:new $("string"),bool:new $("bool"),int:new $("int"),uint:new $("uint"),double:new $("double"),map:new $("map"),list:new $("list"),bytes:new $("bytes"),null_type:new $("null"),type:new $("type")},Ot=new $("optional"),Ce={dyn(t,e){switch(typeof t){case"string":case"bigint":case"number":case"boolean":return!0;case"object":switch(t&&t.constructor){case null:case void 0:case Object:case Map:case Array:case Set:return!0;default:if(e.objectTypesByConstructor.get(t.constructor))return!0}}return!!e.debugType(t)},string(t){return typeof t=="string"},int(t){return typeof t=="bigint"},double(t){return typeof t=="number"},bool(t){return typeof t=="boolean"},null(t){return t===null},bytes(t){return t instanceof Uint8Array},uint(t){return t instanceof M},type(t){return t instanceof $},list(t){switch(t?.constructor){case Array:case Set:return!0;default:return!1}},map(t){switch(typeof t=="object"&&t?t.constructor:null){case void 0:case Object:case Map:return!0;default:return!1}},optional(t){return t instanceof R},message(t,e){return this===e.debugType(t)}};Ce.param=Ce.dyn;var B=class{static{l(this,"TypeDeclaration")}#e=new WeakMap;constructor({kind:e,type:n,name:r,keyType:s,valueType:i}){this.kind=e,this.type=n,this.name=r,this.keyType=s,this.valueType=i,this.unwrappedType=e==="dyn"&&i?i.unwrappedType:this,this.wrappedType=e==="dyn"?this:Bn(this.unwrappedType),this.hasDynType=this.kind==="dyn"||this.valueType?.hasDynType||this.keyType?.hasDynType||!1,this.hasPlaceholderType=this.kind==="param"||this.keyType?.hasPlaceholderType||this.valueType?.hasPlaceholderType||!1,e==="list"?this.fieldLazy=this.#o:e==="map"?this.fieldLazy=this.#s:e==="message"?this.fieldLazy=this.#r:e==="optional"&&(this.fieldLazy=this.#n),this.matchesValueType=Ce[r]||Ce[e],D(this)}isDynOrBool(){return this.type==="bool"||this.kind==="dyn"}isEmpty(){return this.valueType&&this.valueType.kind==="param"}unify(e,n){let r=this;if(r===n||r.kind==="dyn"||n.kind==="param")return r;if(n.kind==="dyn"||r.kind==="param")return n;if(r.kind!==n.kind||!(r.hasPlaceholderType||n.hasPlaceholderType||r.hasDynType||n.hasDynType))return null;let s=r.valueType.unify(e,n.valueType);if(!s)return null;switch(r.kind){case"optional":return e.getOptionalType(s);case"list":return e.getListType(s);case"map":let i=r.keyType.unify(e,n.keyType);return i?e.getMapType(i,s):null}}templated(e,n){if(!this.hasPlaceholderType)return this;switch(this.kind){case"dyn":return this.valueType.templated(e,n);case"param":return n?.get(this.name)||this;case"map":return e.getMapType(this.keyType.templated(e,n),this.valueType.templated(e,n));case"list":return e.getListType(this.valueType.templated(e,n));case"optional":return e.getOptionalType(this.valueType.templated(e,n));default:return this}}toString(){return this.name}#n(e,n,r,s){if(e=e instanceof R?e.orValue():e,e===void 0)return he;let i=s.debugType(e);try{return R.of(i.fieldLazy(e,n,r,s))}catch(o){if(o instanceof K)return he;throw o}}#r(e,n,r,s){let i=e?s.objectTypesByConstructor.get(e.constructor):void 0;if(!i)return;let o=i.fields?i.fields[n]:I;if(!o)return;let c=e instanceof Map?e.get(n):e[n];if(c!==void 0){if(o.matchesValueType(c,s))return c;throw T("field_type_mismatch",`Field '${n}' is not of type '${o}', got '${s.debugType(c)}'`,r)}}#s(e,n,r,s){let i=e instanceof Map?e.get(n):e&&te(e,n)?e[n]:void 0;if(i!==void 0){if(this.valueType.matchesValueType(i,s))return i;throw T("field_type_mismatch",`Field '${n}' is not of type '${this.valueType}', got '${s.debugType(i)}'`,r)}}#i(e,n){switch(e?.constructor){case Array:return e[n];case Set:{let r=0;for(let s of e)if(r++===n)return s}}}#o(e,n,r,s){if(typeof n=="bigint")n=Number(n);else if(typeof n!="number")return;let i=this.#i(e,n);if(i===void 0){if(!e)return;throw T("index_out_of_bounds",`No such key: index out of bounds, index ${n} ${n<0?"< 0":`>= size ${e.length||e.size}`}`,r)}if(this.valueType.matchesValueType(i,s))return i;throw T("list_item_type_mismatch",`List item with index '${n}' is not of type '${this.valueType}', got '${s.debugType(i)}'`,r)}fieldLazy(){}field(e,n,r,s){let i=this.fieldLazy(e,n,r,s);if(i!==void 0)return i;throw T("no_such_key",`No such key: ${n}`,r)}matchesBoth(e){return this.matches(e)&&e.matches(this)}matches(e){let n=this.unwrappedType;return e=e.unwrappedType,n===e||n.kind==="dyn"||e.kind==="dyn"||e.kind==="param"?!0:this.#e.get(e)??this.#e.set(e,this.#t(n,e)).get(e)}#t(e,n){switch(e.kind){case"dyn":case"param":return!0;case"list":return n.kind==="list"&&e.valueType.matches(n.valueType);case"map":return n.kind==="map"&&e.keyType.matches(n.keyType)&&e.valueType.matches(n.valueType);case"optional":return n.kind==="optional"&&e.valueType.matches(n.valueType);default:return e.name===n.name}}},Nt="have a .callAst property or .evaluate(checker, macro, ctx) method.",St="have a .callAst property or .typeCheck(checker, macro, ctx) method.";function It(t,e){let n=`Macro '${t}' must`;return l(function(s){let i=e(s);if(!i||typeof i!="object")throw new Error(`${n} return an object.`);if(i.callAst)return i;if(!i.evaluate)throw new Error(`${n} ${Nt}`);if(!i.typeCheck)throw new Error(`${n} ${St}`);return i},"macroExpander")}l(It,"wrapMacroExpander");var ge=class{static{l(this,"VariableDeclaration")}constructor(e,n,r,s){this.name=e,this.type=n,this.description=r??null,this.constant=s!==void 0,this.value=s,D(this)}},Ke=class{static{l(this,"FunctionDeclaration")}constructor({name:e,receiverType:n,returnType:r,handler:s,description:i,params:o,async:c}){if(typeof e!="string")throw new Error("name must be a string");if(typeof s!="function")throw new Error("handler must be a function");this.name=e,this.async=fe(s,c),this.receiverType=n??null,this.returnType=r,this.description=i??null,this.params=o,this.argTypes=o.map(m=>m.type),this.macro=this.argTypes.includes(Un);let u=n?`${n}.`:"";this.signature=`${u}${e}(${this.argTypes.join(", ")}): ${r}`,this.handler=this.macro?It(this.signature,s):s,this.partitionKey=`${n?"rcall":"call"}:${e}:${o.length}`,this.hasPlaceholderType=this.returnType.hasPlaceholderType||this.receiverType?.hasPlaceholderType||this.argTypes.some(m=>m.hasPlaceholderType)||!1,D(this)}matchesArgs(e){return e.length===this.argTypes.length&&this.argTypes.every((n,r)=>n.matches(e[r]))?this:null}},X=class{static{l(this,"OperatorDeclaration")}constructor({op:e,leftType:n,rightType:r,handler:s,returnType:i,async:o}){this.operator=e,this.leftType=n,this.rightType=r||null,this.handler=s,this.async=fe(s,o),this.returnType=i,r?this.signature=`${n} ${e} ${r}: ${i}`:this.signature=`${e}${n}: ${i}`,this.hasPlaceholderType=this.leftType.hasPlaceholderType||this.rightType?.hasPlaceholderType||!1,D(this)}equals(e){return this.operator===e.operator&&this.leftType===e.leftType&&this.rightType===e.rightType}};function Ze(t){return new B({kind:"list",name:`list<${t}>`,type:"list",valueType:t})}l(Ze,"_createListType");function W(t){return new B({kind:"primitive",name:t,type:t})}l(W,"_createPrimitiveType");function Vt(t){return new B({kind:"message",name:t,type:t})}l(Vt,"_createMessageType");function Bn(t){let e=t?`dyn<${t}>`:"dyn";return new B({kind:"dyn",name:e,type:e,valueType:t})}l(Bn,"_createDynType");function zn(t){let e=`optional<${t}>`;return new B({kind:"optional",name:e,type:"optional",valueType:t})}l(zn,"_createOptionalType");function Je(t,e){return new B({kind:"map",name:`map<${t}, ${e}>`,type:"map",keyType:t,valueType:e})}l(Je,"_createMapType");function Rt(t){return new B({kind:"param",name:t,type:t})}l(Rt,"_createPlaceholderType");var I=Bn(),Un=W("ast"),In=Ze(I),Vn=Je(I,I),E={string:W("string"),bool:W("bool"),int:W("int"),uint:W("uint"),double:W("double"),bytes:W("bytes"),dyn:I,null:W("null"),type:W("type"),optional:zn(I),list:In,"list<dyn>":In,map:Vn,"map<dyn, dyn>":Vn};for(let t of[E.string,E.double,E.int]){let e=Ze(t),n=Je(E.string,t);E[e.name]=e,E[n.name]=n}Object.freeze(E);var He=class{static{l(this,"Candidates")}returnType=null;async=!1;macro=!1;#e=null;#n=null;declarations=[];constructor(e){this.registry=e}[Symbol.iterator](){return this.declarations[Symbol.iterator]()}add(e){this.returnType=(this.returnType||e.returnType).unify(this.registry,e.returnType)||I,e.macro&&(this.macro=e),e.async&&!this.async&&(this.async=!0),this.declarations.push(e),this.#e?.clear(),this.#n?.clear()}findFunction(e,n=null){for(let r=0;r<this.declarations.length;r++){let s=this.#a(this.declarations[r],e,n);if(s)return s}return null}findUnaryOverload(e){let n=(this.#e??=new Map).get(e);if(n!==void 0)return n;let r=!1;for(let s of this.declarations)if(s.leftType===e){r=s;break}return this.#e.set(e,r),r}findBinaryOverload(e,n){return e.kind==="dyn"&&e.valueType?n=n.wrappedType:n.kind==="dyn"&&n.valueType&&(e=e.wrappedType),(this.#e??=new Map).get(e)?.get(n)??this.#r(this.#e,e,n,this.#s(e,n))}checkBinaryOverload(e,n){return(this.#n??=new Map).get(e)?.get(n)??this.#r(this.#n,e,n,this.#i(e,n))}#r(e,n,r,s){return(e.get(n)||e.set(n,new Map).get(n)).set(r,s),s}#s(e,n){let r=this.#o(e,n);if(r.length===0)return!1;if(r.length===1)return r[0];throw new Error(`Operator overload '${r[0].signature}' overlaps with '${r[1].signature}'.`)}#i(e,n){let r=this.#o(e,n);if(r.length===0)return!1;let s=r[0].returnType;for(let i=1;i<r.length;i++)s=s.unify(this.registry,r[i].returnType)||I;return s}#o(e,n){let r=[];for(let s of this.declarations){if(s.leftType===e&&s.rightType===n)return[s];let i=this.#t(s,e,n);i&&r.push(i)}if(r.length===0){let s=this.declarations[0]?.operator;if((s==="=="||s==="!=")&&e.kind==="dyn")return zt[s]}return r}#t(e,n,r){let s=e.hasPlaceholderType?new Map:null,i=this.#l(e.leftType,n,s);if(!i)return;let o=this.#l(e.rightType,r,s);if(o)return(e.operator==="=="||e.operator==="!=")&&e.leftType.kind==="dyn"&&e.leftType.valueType&&n.kind!=="dyn"&&r.kind!=="dyn"?!1:e.hasPlaceholderType?{async:e.async,signature:e.signature,handler:e.handler,leftType:i,rightType:o,returnType:e.returnType.templated(this.registry,s)}:e}#a(e,n,r){if(e.hasPlaceholderType)return this.#p(e,n,r);if(!(r&&e.receiverType&&!r.matches(e.receiverType)))return e.matchesArgs(n)}#p(e,n,r){let s=new Map;if(r&&e.receiverType&&!this.#l(e.receiverType,r,s))return null;for(let i=0;i<n.length;i++)if(!this.#l(e.argTypes[i],n[i],s))return null;return{async:e.async,handler:e.handler,signature:e.signature,returnType:e.returnType.templated(this.registry,s)}}#l(e,n,r){if(!e.hasPlaceholderType)return n.matches(e)?n:null;let s=n.kind==="dyn";return this.#u(e,n,r,s)&&(s||n.matches(e.templated(this.registry,r)))?n:null}#u(e,n,r,s=!1){if(!e.hasPlaceholderType)return!0;if(!n)return!1;let i=s||n.kind==="dyn";switch(n=n.unwrappedType,e.kind){case"param":{let o=i?I:n,c=r.get(e.name);return c?c.kind==="dyn"||o.kind==="dyn"?!0:c.matchesBoth(o):r.set(e.name,o)&&!0}case"list":return n.name==="dyn"&&(n=e),n.kind!=="list"?!1:this.#u(e.valueType,n.valueType,r,i);case"map":return n.name==="dyn"&&(n=e),n.kind!=="map"?!1:this.#u(e.keyType,n.keyType,r,i)&&this.#u(e.valueType,n.valueType,r,i);case"optional":return n.name==="dyn"&&(n=e),n.kind!=="optional"?!1:this.#u(e.valueType,n.valueType,r,i)}return!0}};function Rn(t){let e=[],n="",r=0;for(let s of t){if(s==="<")r++;else if(s===">")r--;else if(s===","&&r===0){e.push(n.trim()),n="";continue}n+=s}return n&&e.push(n.trim()),e}l(Rn,"splitByComma");var Ln=[[M,"uint",Y.uint,E.uint],[$,"type",Y.type,E.type],[R,"optional",Ot,E.optional],[Uint8Array,"bytes",Y.bytes,E.bytes],...typeof Buffer<"u"?[[Buffer,"bytes",Y.bytes,E.bytes]]:[]].map(([t,e,n,r])=>Object.freeze({name:e,typeType:n,type:r,ctor:t})),Dt=Ln.map(t=>[t.name,t]),Bt=Ln.map(t=>[t.ctor,t]),Me=l(t=>new Error(`Invalid variable declaration: ${t}`),"invalidVar"),$e=l(t=>new Error(`Invalid type declaration: ${t}`),"invalidType"),zt={"==":[{handler:l((t,e)=>t===e,"handler"),returnType:E.bool}],"!=":[{handler:l((t,e)=>t!==e,"handler"),returnType:E.bool}]},Qe=class t{static{l(this,"Registry")}#e=null;#n;#r=!0;#s=null;#i=null;#o=null;#t=null;#a=null;#p=null;#l=null;#u=null;#d=!1;constructor(e={}){this.enableOptionalTypes=e.enableOptionalTypes??!1,this.unlistedVariablesAreDyn=e.unlistedVariablesAreDyn??!1;let n=e.parent instanceof t?e.parent:null;if(n){this.#e=n;let r=n;for(;r&&!r.#s;)r=r.#e;let s=n;for(;s&&!s.#i;)s=s.#e;this.#o=n.#o,this.#t=n.#t,this.#u={operators:r.#s,functions:s.#i},this.objectTypes=new Map(n.objectTypes),this.objectTypesByConstructor=new Map(n.objectTypesByConstructor),this.variables=n.variables,this.#r=!1,this.#n=n.#n,this.#a=n.#a,this.#p=n.#p,this.#l=n.#l,(this.enableOptionalTypes!==n.enableOptionalTypes||this.unlistedVariablesAreDyn!==n.unlistedVariablesAreDyn)&&Cn(this,this.enableOptionalTypes)}else{this.#s=[],this.#i=[],this.objectTypes=new Map(Dt),this.objectTypesByConstructor=new Map(Bt),this.#n=new Map(An(E)),this.#a=new Map,this.#p=new Map,this.#l=new Map,this.variables=new Map,this.variables.dyn=this.unlistedVariablesAreDyn;for(let r in Y)this.registerConstant(r,"type",Y[r])}}#w(){this.#r||(this.variables=new Map(this.variables),this.variables.dyn=this.unlistedVariablesAreDyn,this.#r=!0)}deleteVariable(e){this.#w(),this.variables.delete(e)}#g(e){this.#s||(this.#o=null),this.operatorCandidates(e.operator).add(e),this.#s.push(e)}#k(e){this.#i||(this.#t=null),this.#y(e.partitionKey).add(e),this.#i.push(e)}#m(e,n){return e.get(n)||e.set(n,new He(this)).get(n)}#x(){return this.#s?this.#s:this.#s=[...this.#u.operators]}#v(){return this.#i?this.#i:this.#i=[...this.#u.functions]}operatorCandidates(e){if(this.#o)return this.#m(this.#o,e);let n=this.#o=new Map;for(let r of this.#x())this.#m(n,r.operator).add(r);return this.#m(n,e)}functionCandidates(e,n,r){return this.#y(`${e?"rcall":"call"}:${n}:${r}`)}#y(e){if(this.#t)return this.#m(this.#t,e);let n=this.#t=new Map;for(let r of this.#v())this.#m(n,r.partitionKey).add(r);return this.#m(n,e)}registerVariable(e,n,r){if(this.#d)throw new Error("Cannot modify frozen registry");let s=r?.description,i;if(typeof e=="string"&&typeof n=="object"&&!(n instanceof B)?(s=n.description,i=n.value,n.schema?n=this.registerType({name:`$${e}`,schema:n.schema}).type:n=n.type):typeof e=="object"&&(e.schema?n=this.registerType({name:`$${e.name}`,schema:e.schema}).type:n=e.type,s=e.description,i=e.value,e=e.name),typeof e!="string"||!e)throw Me("name must be a string");if(re.has(e))throw Me(`'${e}' is a reserved name`);if(this.variables.get(e)!==void 0)throw Me(`'${e}' is already registered`);if(typeof n=="string")n=this.getType(n);else if(!(n instanceof B))throw Me("type is required");return this.#w(),this.variables.set(e,new ge(e,n,s,i)),this}#E(e,n){let r=Object.create(null);for(let s of A(n)){let i=n[s];if(typeof i=="object"&&i)r[s]=this.registerType({name:`${e}.${s}`,schema:i}).type.name;else if(typeof i=="string")r[s]=i;else throw new Error(`Invalid field definition for '${e}.${s}'`)}return r}registerConstant(e,n,r){return typeof e=="object"?this.registerVariable(e):this.registerVariable({name:e,type:n,value:r}),this}getType(e){return this.#c(e,!0)}getListType(e){return this.#a.get(e)||this.#a.set(e,this.#c(`list<${e}>`,!0)).get(e)}getMapType(e,n){return this.#p.get(e)?.get(n)||(this.#p.get(e)||this.#p.set(e,new Map).get(e)).set(n,this.#c(`map<${e}, ${n}>`,!0)).get(n)}getOptionalType(e){return this.#l.get(e)||this.#l.set(e,this.#c(`optional<${e}>`,!0)).get(e)}assertType(e,n,r){try{return this.#c(e,!0)}catch(s){throw s.message=`Invalid ${n} '${s.unknownType||e}' in '${r}'`,s}}getFunctionType(e){if(e==="ast")return Un;let n=this.#c(e,!0);if(n.kind==="dyn"&&n.valueType)throw new Error(`type '${n.name}' is not supported`);return n}registerType(e,n){if(this.#d)throw new Error("Cannot modify frozen registry");if(typeof e=="object"&&(n=e,e=n.fullName||n.name||n.ctor?.name),typeof e=="string"&&e[0]==="."&&(e=e.slice(1)),typeof e!="string"||e.length<2||re.has(e))throw $e(`name '${e}' is not valid`);if(this.objectTypes.has(e))throw $e(`type '${e}' already registered`);let r=this.#c(e,!1);if(r.kind!=="message")throw $e(`type '${e}' is not valid`);let s={name:e,typeType:new $(e),type:r,ctor:typeof n=="function"?n:n?.ctor,convert:typeof n=="function"?void 0:n?.convert,fields:typeof n?.schema=="object"?this.#T(e,this.#E(e,n.schema)):this.#T(e,typeof n=="function"?void 0:n?.fields)};if(typeof s.ctor!="function"){if(!s.fields)throw $e(`type '${e}' requires a constructor or fields`);Object.assign(s,this.#$(e,s.fields))}return this.objectTypes.set(e,Object.freeze(s)),this.objectTypesByConstructor.set(s.ctor,s),this.registerFunctionOverload(`type(${e}): type`,()=>s.typeType,{async:!1}),s}#c(e,n=!0){let r=this.#n.get(e);if(r)return r;if(typeof e!="string"||!e.length)throw new Error("Invalid type: must be a string");if(r=e.match(/^[A-Z]$/),r)return this.#h(Rt,e,e);if(r=e.match(/^(dyn|list|map|optional)<(.+)>$/),!r){if(n){let o=new Error(`Unknown type: ${e}`);throw o.unknownType=e,o}return this.#h(Vt,e,e)}let s=r[1],i=r[2].trim();switch(s){case"dyn":{let o=this.#c(i,n).wrappedType;return this.#n.set(o.name,o),o}case"list":{let o=this.#c(i,n);return this.#h(Ze,`list<${o}>`,o)}case"map":{let o=Rn(i);if(o.length!==2)throw new Error(`Invalid map type: ${e}`);let c=this.#c(o[0],n),u=this.#c(o[1],n);return this.#h(Je,`map<${c}, ${u}>`,c,u)}case"optional":{let o=this.#c(i,n);return this.#h(zn,`optional<${o}>`,o)}}}#h(e,n,...r){return this.#n.get(n)||this.#n.set(n,e(...r)).get(n)}findMacro(e,n,r){return this.functionCandidates(n,e,r).macro}findUnaryOverload(e,n){return this.operatorCandidates(e).findUnaryOverload(n)}findBinaryOverload(e,n,r){return this.operatorCandidates(e).findBinaryOverload(n,r)}#_(e){return typeof e=="string"?{type:e}:e.id?Ut(e):e}#M(e,n,r,s=!1){try{let i=this.#_(n[r]);if(typeof i?.type!="string")throw new Error("unsupported declaration");return this.#c(i.type,s)}catch(i){throw i.message=`Field '${r}' in type '${e}' has unsupported declaration: ${JSON.stringify(n[r])}`,i}}#T(e,n){if(!n)return;let r=Object.create(null);for(let s of A(n))r[s]=this.#M(e,n,s);return r}#$(e,n){let r=A(n),s=Object.create(null);for(let o of r){let c=n[o],u=c.kind==="message"&&this.objectTypes.get(c.name);u===!1?s[o]=!1:s[o]=u.convert?u:!1}let i={[e]:class extends Map{#f;constructor(o){super(),this.#f=o}[Symbol.iterator](){if(this.size!==r.length)for(let o of r)this.get(o);return super[Symbol.iterator]()}get(o){let c=super.get(o);if(c!==void 0||this.has(o))return c;let u=s[o];if(u!==void 0){if(c=this.#f instanceof Map?this.#f.get(o):this.#f?.[o],u&&c&&typeof c=="object")switch(c.constructor){case void 0:case Object:case Map:c=u.convert(c)}return super.set(o,c),c}}}}[e];return{ctor:i,convert(o){if(o)return o.constructor===i?o:new i(o)}}}clone(e){return this.#d=!0,new t({parent:this,unlistedVariablesAreDyn:e.unlistedVariablesAreDyn,enableOptionalTypes:e.enableOptionalTypes})}getDefinitions(){let e=[],n=[];for(let[,r]of this.variables)r&&e.push({name:r.name,description:r.description||null,type:r.type.name});for(let r of this.#v())n.push({signature:r.signature,name:r.name,description:r.description,receiverType:r.receiverType?r.receiverType.name:null,returnType:r.returnType.name,params:r.params.map(s=>({name:s.name,type:s.type.name,description:s.description}))});return{variables:e,functions:n}}#C(e){if(typeof e!="string")throw new Error("Invalid signature: must be a string");let n=e.match(/^(?:([a-zA-Z0-9.<>]+)\.)?(\w+)\(([^)]*)\):(.*)$/);if(!n)throw new Error(`Invalid signature: ${e}`);let r=n[4].trim();if(!r)throw new Error(`Invalid signature: ${e}`);return{receiverType:n[1]||null,name:n[2],argTypes:Rn(n[3]),returnType:r}}#P(e,n){return e.name!==n.name||e.argTypes.length!==n.argTypes.length||(e.receiverType||n.receiverType)&&(!e.receiverType||!n.receiverType)?!1:!(e.receiverType!==n.receiverType&&e.receiverType!==I&&n.receiverType!==I)&&(n.macro||e.macro||n.argTypes.every((s,i)=>{let o=e.argTypes[i];return s===o||s===I||o===I}))}#A(e){for(let n of this.#y(e.partitionKey))if(this.#P(n,e))throw new Error(`Function signature '${e.signature}' overlaps with existing overload '${n.signature}'.`)}#O(e,n,r){if(!r)return{type:this.getFunctionType(n),name:`arg${e}`,description:null};let s=r.type||n;if(!s)throw new Error(`params[${e}].type is required`);if(n&&s!==n)throw new Error(`params[${e}].type not equal to signature type`);return{name:r.name||`arg${e}`,type:this.getFunctionType(s),description:r.description??null}}registerFunctionOverload(e,n,r){if(this.#d)throw new Error("Cannot modify frozen registry");typeof e=="object"?r=e:typeof n=="object"?r=n:r||(r={});let s=typeof e=="string"?e:r.signature??void 0,i=s!==void 0?this.#C(s):void 0,o=i?.name||r.name,c=i?.receiverType||r.receiverType,u=i?.argTypes,m=i?.returnType||r.returnType,y=r.params;n=typeof n=="function"?n:r.handler;let d;try{if(!o)throw new Error("signature or name are required");if(!m)throw new Error("must have a returnType");if(y){if(u&&y.length!==u.length)throw new Error("mismatched length in params and args in signature")}else if(!u)throw new Error("signature or params are required");d=new Ke({name:o,async:r?.async,receiverType:c?this.getType(c):null,returnType:this.getType(m),handler:n,description:r.description,params:(u||y).map((p,f)=>this.#O(f,u?.[f],y?.[f]))})}catch(p){throw typeof s=="string"?p.message=`Invalid function declaration '${s}': ${p.message}`:o?p.message=`Invalid function declaration '${o}': ${p.message}`:p.message=`Invalid function declaration: ${p.message}`,p}this.#A(d),this.#k(d)}registerOperatorOverload(e,n,r){let s=e.match(/^([-!])([\w.<>]+)(?::\s*([\w.<>]+))?$/);if(s){let[,y,d,p]=s;return this.unaryOverload(y,d,n,p,r?.async)}let i=e.match(/^([\w.<>]+) ([-+*%/]|==|!=|<|<=|>|>=|in) ([\w.<>]+)(?::\s*([\w.<>]+))?$/);if(!i)throw new Error(`Operator overload invalid: ${e}`);let[,o,c,u,m]=i;return this.binaryOverload(o,c,u,n,m)}unaryOverload(e,n,r,s,i){if(this.#d)throw new Error("Cannot modify frozen registry");let o=this.assertType(n,"type",`${e}${n}`),c=this.assertType(s||n,"return type",`${e}${n}: ${s||n}`),u=new X({op:`${e}_`,leftType:o,returnType:c,handler:r,async:i});this.#g(this.#b(u))}#N(e){for(let n of this.operatorCandidates(e.operator))if(e.equals(n))return!0;return!1}#b(e){if(!this.#N(e))return e;throw new Error(`Operator overload already registered: ${e.signature}`)}binaryOverload(e,n,r,s,i,o){if(this.#d)throw new Error("Cannot modify frozen registry");i??=Dn.has(n)?"bool":e;let c=`${e} ${n} ${r}: ${i}`,u=this.assertType(e,"left type",c),m=this.assertType(r,"right type",c),y=this.assertType(i,"return type",c);if(u.kind==="dyn"&&u.valueType?m=m.wrappedType:m.kind==="dyn"&&m.valueType&&(u=u.wrappedType),Dn.has(n)&&y.type!=="bool")throw new Error(`Comparison operator '${n}' must return 'bool', got '${y.type}'`);let d=new X({op:n,leftType:u,rightType:m,returnType:y,handler:s,async:o});if(d.hasPlaceholderType&&!(m.hasPlaceholderType&&u.hasPlaceholderType))throw new Error(`Operator overload with placeholders must use them in both left and right types: ${c}`);if(this.#b(d),n==="=="){let p=[new X({op:"!=",leftType:u,rightType:m,handler(f,w,a,h){return!s(f,w,a,h)},returnType:y,async:o})];u!==m&&p.push(new X({op:"==",leftType:m,rightType:u,handler(f,w,a,h){return s(w,f,a,h)},returnType:y,async:o}),new X({op:"!=",leftType:m,rightType:u,handler(f,w,a,h){return!s(w,f,a,h)},returnType:y,async:o}));for(let f of p)this.#b(f);for(let f of p)this.#g(f)}this.#g(d)}},Dn=new Set(["<","<=",">",">=","==","!=","in"]);function Fn(t){return new Qe(t)}l(Fn,"createRegistry");var oe=class{static{l(this,"RootContext")}#e;#n;#r;#s;constructor(e,n){if(this.#e=e.variables,n!=null){if(typeof n!="object")throw T("invalid_context","Context must be an object");n instanceof Map?this.#r=n:this.#n=n}}getValue(e){return this.#s?.get(e)||(this.#n?this.#n[e]:this.#r?.get(e))}getVariable(e){return this.#e.get(e)??(this.#e.dyn&&!re.has(e)?new ge(e,I):void 0)}getCheckedValue(e,n){let r=this.getValue(n.args);if(r===void 0)throw e.createError("unknown_variable",`Unknown variable: ${n.args}`,n);if(n.checkedType.matchesValueType(r,e))return r;let s=n.checkedType,i=e.debugType(r);if(s.kind==="message"&&i.kind==="map"){let o=e.objectTypes.get(s.name)?.convert?.(r);if(o)return(this.#s??=new Map).set(n.args,o),o}throw e.createError("variable_type_mismatch",`Variable '${n.args}' is not of type '${s}', got '${i}'`,n)}forkWithVariable(e,n){return new Xe(this,e,n)}},Xe=class t{static{l(this,"OverlayContext")}#e;accuType;accuValue;iterValue;constructor(e,n,r){this.#e=e,this.iterVar=n,this.iterType=r}forkWithVariable(e,n){return new t(this,e,n)}reuse(e){if(!this.async)return this.#e=e,this;let n=new t(e,this.iterVar,this.iterType);return n.accuType=this.accuType,n}setIterValue(e,n){if(this.iterType.matchesValueType(e,n))return this.iterValue=e,this;let r=this.iterType,s=n.debugType(e);if(r.kind==="message"&&s.kind==="map"){let i=n.objectTypes.get(r.name)?.convert?.(e);if(i)return this.iterValue=i,this}throw n.createError("variable_type_mismatch",`Variable '${this.iterVar}' is not of type '${r}', got '${s}'`)}setAccuType(e){return this.accuType=e,this}setAccuValue(e){return this.accuValue=e,this}getValue(e){return this.iterVar===e?this.iterValue:this.#e.getValue(e)}getCheckedValue(e,n){return this.iterVar===n.args?this.iterValue:this.#e.getCheckedValue(e,n)}getVariable(e){return this.iterVar===e?new ge(e,this.iterType):this.#e.getVariable(e)}};function Ut(t){let e;if(t.map){let n=Ge(t.keyType,t.resolvedKeyType),r=Ge(t.type,t.resolvedType);e=`map<${n}, ${r}>`}else e=Ge(t.type,t.resolvedType);return{type:t.repeated?`list<${e}>`:e}}l(Ut,"protobufjsFieldToCelType");function Ge(t,e){switch(t){case"string":return"string";case"bytes":return"bytes";case"bool":return"bool";case"double":case"float":case"int32":case"int64":case"sint32":case"sint64":case"sfixed32":case"sfixed64":case"uint32":case"uint64":case"fixed32":case"fixed64":return"double";default:switch(e?.constructor.name){case"Type":return e.fullName.slice(1);case"Enum":return"int"}return t?.includes(".")?t:"dyn"}}l(Ge,"protobufjsTypeToCelType");var Jn=E.dyn,ce=class{static{l(this,"Base")}dynType=E.dyn;optionalType=E.optional;stringType=E.string;intType=E.int;doubleType=E.double;boolType=E.bool;nullType=E.null;listType=E.list;mapType=E.map;constructor(e){this.opts=e.opts,this.registry=e.registry,this.objectTypes=this.registry.objectTypes,this.objectTypesByConstructor=this.registry.objectTypesByConstructor}getType(e){return this.registry.getType(e)}debugType(e){switch(typeof e){case"string":return this.stringType;case"bigint":return this.intType;case"number":return this.doubleType;case"boolean":return this.boolType;case"object":if(e===null)return this.nullType;switch(e.constructor){case void 0:case Object:case Map:return this.mapType;case Array:case Set:return this.listType;default:return this.objectTypesByConstructor.get(e.constructor)?.type||nn(this,e.constructor?.name||typeof e)}default:nn(this,typeof e)}}};function nn(t,e){throw t.createError("unsupported_type",`Unsupported type: ${e}`)}l(nn,"unsupportedType");var jn=l(t=>Array.isArray(t)?t.some(e=>e.maybeAsync):!1,"maybeAsyncArray");function U(t,e,n){return e===!0||e&&(e?.maybeAsync||jn(e))?Lt(n):t===!0||t&&(t?.maybeAsync||jn(t))?Ft(n):n}l(U,"maybeAsync");function Lt(t){return t.__asyncBoth??=l(function(n,r,s,i){return n instanceof Promise||r instanceof Promise?r instanceof Promise?n instanceof Promise?Promise.all([n,r]).then(o=>t(o[0],o[1],s,i)):r.then(o=>t(n,o,s,i)):n.then(o=>t(o,r,s,i)):t(n,r,s,i)},"handle")}l(Lt,"maybeAsyncBoth");function Ft(t){return t.__asyncFirst??=l(function(n,r,s,i){return n instanceof Promise?n.then(o=>t(o,r,s,i)):t(n,r,s,i)},"handle")}l(Ft,"maybeAsyncFirst");function Yn(t,e,n){e.right=e.args[1];let r=t.check(e.left=e.args[0],n);return e.op==="[]"&&t.check(e.right,n),e.handle=U(e.left,e.op==="[]"?e.right:!1,r!==Jn?sr:or),r.kind!=="optional"?t.checkAccessOnType(e,n,r):t.registry.getOptionalType(t.checkAccessOnType(e,n,r.valueType,!0))}l(Yn,"checkAccessNode");function Wn(t,e,n){e.right=e.args[1];let r=t.check(e.left=e.args[0],n);e.op==="[?]"&&t.check(e.right,n),e.handle=U(e.left,e.op==="[?]"?e.right:!1,rr);let s=r.kind==="optional"?r.valueType:r;return t.registry.getOptionalType(t.checkAccessOnType(e,n,s,!0))}l(Wn,"checkOptionalAccessNode");var jt={heterogeneous_list_element:"List elements must have the same type,",heterogeneous_map_key:"Map key uses wrong type,",heterogeneous_map_value:"Map value uses wrong type,"};function qn(t,e,n,r,s){let i=t.check(r,e);if(i===n||n.isEmpty())return i;if(i.isEmpty())return n;throw t.createError(s,`${jt[s]} expected type '${t.formatType(n)}' but found '${t.formatType(i)}'`,r)}l(qn,"checkElementHomogenous");function Gn(t,e,n,r){return n.unify(t.registry,t.check(r,e))||Jn}l(Gn,"checkElement");function Yt(t,e,n){let r=t.debugRuntimeType(e);return t.createError("invalid_condition_type",`${n.meta.label||"Ternary condition must be bool"}, got '${r}'`,n)}l(Yt,"ternaryConditionError");function Wt(t,e,n,r){if(t===!0)return e.run(n.left,r);if(t===!1)return e.run(n.right,r);throw Yt(e,t,n.condition)}l(Wt,"handleTernary");function rn(t,e,n){let r=t.debugRuntimeType(e);return t.createError("invalid_logical_operand",`Logical operator requires bool operands, got '${r}'`,n)}l(rn,"logicalOperandError");function et(t,e,n){return e instanceof Error?e:rn(t,e,n)}l(et,"logicalValueOrErr");function ae(t,e,n,r,s){if(s===t)return t;if(s===!t){if(r===s)return s;throw et(e,r,n.left)}if(s instanceof Promise)return s.then(i=>qt(t,e,n,r,i));throw rn(e,s,n.left)}l(ae,"_logicalOp");function qt(t,e,n,r,s){if(s===t)return t;if(typeof s!="boolean")throw rn(e,s,n.right);if(typeof r!="boolean")throw et(e,r,n.left);return!t}l(qt,"_logicalOpAsync");function Kn(t,e,n){let r=t.check(e.left=e.args[0],n),s=t.check(e.right=e.args[1],n);if(!r.isDynOrBool())throw t.createError("invalid_logical_operand",`Logical operator requires bool operands, got '${t.formatType(r)}'`,e);if(!s.isDynOrBool())throw t.createError("invalid_logical_operand",`Logical operator requires bool operands, got '${t.formatType(s)}'`,e);return t.boolType}l(Kn,"checkLogicalOp");function Hn(t,e,n){let r=e.op,s=t.check(e.args,n);if(e.candidates=t.registry.operatorCandidates(r),s.kind==="dyn")return e.handle=U(e.args,!1,Gt),e.candidates.returnType;let i=e.candidates.findUnaryOverload(s);if(!i)throw t.createError("no_such_overload",`no such overload: ${r[0]}${t.formatType(s)}`,e);return e.handle=U(e.args,!1,i.handler),i.returnType}l(Hn,"checkUnary");function Gt(t,e,n){let r=n.debugRuntimeType(t,e.args.checkedType),s=e.candidates.findUnaryOverload(r);if(s)return s.handler(t);throw n.createError("no_such_overload",`no such overload: ${e.op[0]}${r}`,e)}l(Gt,"handleUnary");function Qn(t,e,n){return e.handle(t.run(e.args,n),e,t)}l(Qn,"evaluateUnary");function Kt(t,e,n){let r=e.op,s=t.check(e.left=e.args[0],n),i=t.check(e.right=e.args[1],n);e.candidates=t.registry.operatorCandidates(r);let o=s.hasDynType||i.hasDynType?void 0:e.candidates.findBinaryOverload(s,i);if(e.handle=U(e.left,e.right,o?.handler||Ht),o)return o.returnType;let c=e.candidates.checkBinaryOverload(s,i);if(s.hasDynType||(e.leftStaticType=s),i.hasDynType||(e.rightStaticType=i),c)return c;throw t.createError("no_such_overload",`no such overload: ${t.formatType(s)} ${r} ${t.formatType(i)}`,e)}l(Kt,"checkBinary");function tn(t,e,n){return e.handle(t.run(e.left,n),t.run(e.right,n),e,t)}l(tn,"evaluateBinary");function Xn(t,e,n){return e.handle(t.run(e.left,n),e.right,e,t)}l(Xn,"evaluateBinaryFirst");function Ht(t,e,n,r){let s=n.leftStaticType||r.debugTypeDeep(t).wrappedType,i=n.rightStaticType||r.debugTypeDeep(e).wrappedType,o=n.candidates.findBinaryOverload(s,i);if(o)return o.handler(t,e,n,r);throw r.createError("no_such_overload",`no such overload: ${s} ${n.op} ${i}`,n)}l(Ht,"handleBinary");function Pe(t,e,n,r){try{let s=t.apply(e,n);return s instanceof Promise?s.catch(i=>{throw me(i,r)}):s}catch(s){throw me(s,r)}}l(Pe,"callFunctionHandler");function Qt(t,e,n){let r=e.args[1],s=e.argTypes,i=r.length;for(;i--;)s[i]=n.debugRuntimeType(t[i],r[i].checkedType);let o=e.candidates.findFunction(s);if(o)return Pe(o.handler,n,t,e);throw n.createError("no_matching_overload",`found no matching overload for '${e.args[0]}(${s.map(c=>c.unwrappedType).join(", ")})'`,e)}l(Qt,"callFn");function Xt(t,e,n){let[,r,s]=n.args,i=n.argTypes;for(let u=0;u<i.length;u++)i[u]=e.debugRuntimeType(t[u+1],s[u].checkedType);let o=e.debugRuntimeType(t[0],r.checkedType),c=n.candidates.findFunction(i,o);if(c)return Pe(c.handler,e,t,n);throw e.createError("no_matching_overload",`found no matching overload for '${o.type}.${n.args[0]}(${i.map(u=>u.unwrappedType).join(", ")})'`,n)}l(Xt,"callRecFn");function en(t,e,n,r=e.length){if(r===0)return[];let s,i=new Array(r);for(;r--;)(i[r]=t.run(e[r],n))instanceof Promise&&(s??=!0);return s?Promise.all(i):i}l(en,"resolveAstArray");function Zn(t){let e={};for(let n=0;n<t.length;n++){let[r,s]=t[n];r==="__proto__"||r==="constructor"||r==="prototype"||(e[r]=s)}return e}l(Zn,"safeFromEntries");function Zt(t,e,n){let r=t.check(e,n);if(r.kind==="dyn")return r;if(r.kind==="list")return r.valueType;if(r.kind==="map")return r.keyType;throw t.createError("invalid_comprehension_range",`Expression of type '${t.formatType(r)}' cannot be range of a comprehension (must be list, map, or dynamic).`,e)}l(Zt,"comprehensionElementType");function nt(t,e,n){if(n instanceof Set)return[...n];if(n instanceof Map)return[...n.keys()];if(n&&typeof n=="object")return A(n);throw t.createError("invalid_comprehension_range",`Expression of type '${t.debugType(n)}' cannot be range of a comprehension (must be list, map, or dynamic).`,e.iterable)}l(nt,"toIterable");function Jt(t,e,n,r){H(t)||(t=nt(n,e,t));let s=n.run(e.init,r=e.iterCtx.reuse(r));return r.accuValue=s,r===e.iterCtx?tr(n,r,e,t,s,0):rt(n,r,e,t,s,0)}l(Jt,"runQualifier");function er(t,e,n,r){H(t)||(t=nt(n,e,t));let s=n.run(e.init,r=e.iterCtx.reuse(r));return r.accuValue=s,r===e.iterCtx?nr(n,r,e,t,s,0):tt(n,r,e,t,s,0)}l(er,"runComprehension");function nr(t,e,n,r,s,i){let o=n.condition,c=n.step,u=r.length;for(;i<u&&!(o&&!o(s));)if(s=t.run(c,e.setIterValue(r[i++],t)),s instanceof Promise)return tt(t,e,n,r,s,i);return n.result(s)}l(nr,"iterateLoop");async function tt(t,e,n,r,s,i){e===n.iterCtx&&(e.async=!0);let o=n.condition,c=n.step,u=r.length;for(s=await s;i<u;){if(o&&!o(s))return n.result(s);s=t.run(c,e.setIterValue(r[i++],t)),s instanceof Promise&&(s=await s)}return n.result(s)}l(tt,"continueLoop");function tr(t,e,n,r,s,i,o,c){let u=n.condition,m=n.step,y=r.length;for(;i<y;){if(!u(s))return n.result(s);if(c=t.tryEval(m,e.setIterValue(r[i++],t)),c instanceof Promise)return rt(t,e,n,r,s,i,o,c);c instanceof Error&&(o??=c)||(s=c)}if(o&&u(s))throw o;return n.result(s)}l(tr,"iterateQuantifier");async function rt(t,e,n,r,s,i,o,c){e===n.iterCtx&&(e.async=!0);let u=n.condition,m=n.step,y=r.length;for(c=await c,c instanceof Error?o??=c:s=c;i<y;){if(!u(s))return n.result(s);c=t.tryEval(m,e.setIterValue(r[i++],t)),c instanceof Promise&&(c=await c),!(c instanceof Error&&(o??=c))&&(s=c)}if(o&&u(s))throw o;return n.result(s)}l(rt,"continueQuantifier");function rr(t,e,n,r){return r.optionalType.field(t,e,n,r)}l(rr,"oFieldAccess");function sr(t,e,n,r){return n.left.checkedType.field(t,e,n,r)}l(sr,"fieldAccessStatic");var ir=Object.create(null);function or(t,e,n,r){switch(t?.constructor){case void 0:case Object:{let i=te(t||ir,e)?t[e]:void 0;if(i!==void 0)return r.debugType(i),i;break}case Map:{let i=t.get(e);if(i!==void 0)return r.debugType(i),i;break}case Array:case Set:return r.listType.field(t,e,n,r);default:let s=r.objectTypesByConstructor.get(t.constructor);if(s)return s.type.field(t,e,n,r);typeof t=="object"&&nn(r,t.constructor.name)}throw r.createError("no_such_key",`No such key: ${e}`,n)}l(or,"fieldAccess");var ar=l(()=>[],"emptyList"),cr=l(()=>({}),"emptyMap"),v={value:{check(t,e){return t.debugType(e.args)},evaluate(t,e){return e.args}},id:{check(t,e,n){let r=n.getVariable(e.args);if(!r)throw t.createError("unknown_variable",`Unknown variable: ${e.args}`,e);if(r.constant){let s=e.clone(v.value,r.value);return e.setMeta("alternate",s),t.check(s,n)}return r.type},evaluate(t,e,n){return n.getCheckedValue(t,e)}},".":{alias:"fieldAccess",check:Yn,evaluate:Xn},".?":{alias:"optionalFieldAccess",check:Wn,evaluate:Xn},"[]":{alias:"bracketAccess",check:Yn,evaluate:tn},"[?]":{alias:"optionalBracketAccess",check:Wn,evaluate:tn},call:{check(t,e,n){let[r,s]=e.args,i=e.candidates=t.registry.functionCandidates(!1,r,s.length),o=e.argTypes=s.map(m=>t.check(m,n)),c=i.findFunction(o);if(!c)throw t.createError("no_matching_overload",`found no matching overload for '${r}(${t.formatTypeList(o)})'`,e);let u=o.some(m=>m.hasDynType)?Qt:c.handler.__handle??=(m,y,d)=>Pe(c.handler,d,m,y);return e.handle=U(s,!1,u),c.returnType},evaluate(t,e,n){return e.handle(en(t,e.args[1],n),e,t)}},rcall:{check(t,e,n){let[r,s,i]=e.args,o=t.check(s,n),c=e.candidates=t.registry.functionCandidates(!0,r,i.length),u=e.argTypes=i.map(y=>t.check(y,n));if(e.receiverWithArgs=[s,...i],e.handle=U(e.receiverWithArgs,!1,Xt),o.kind==="dyn"&&c.returnType)return c.returnType;let m=c.findFunction(u,o);if(!m)throw t.createError("no_matching_overload",`found no matching overload for '${o.type}.${r}(${t.formatTypeList(u)})'`,e);if(!o.hasPlaceholderType&&!u.some(y=>y.hasDynType)){let y=m.handler,d=y.__handle??=(p,f,w)=>Pe(y,f,p,w);e.handle=U(e.receiverWithArgs,!1,d)}return m.returnType},evaluate(t,e,n){return e.handle(en(t,e.receiverWithArgs,n),t,e)}},list:{check(t,e,n){let r=e.args,s=r.length;if(s===0)return e.setMeta("evaluate",ar)&&t.getType("list<T>");let i=t.check(r[0],n),o=t.opts.homogeneousAggregateLiterals?qn:Gn;for(let c=1;c<s;c++)i=o(t,n,i,r[c],"heterogeneous_list_element");return t.registry.getListType(i)},evaluate(t,e,n){return en(t,e.args,n)}},map:{check(t,e,n){let r=e.args,s=r.length;if(s===0)return e.setMeta("evaluate",cr)&&t.getType("map<K, V>");let i=t.opts.homogeneousAggregateLiterals?qn:Gn,o=t.check(r[0][0],n),c=t.check(r[0][1],n);for(let u=1;u<s;u++){let m=r[u];o=i(t,n,o,m[0],"heterogeneous_map_key"),c=i(t,n,c,m[1],"heterogeneous_map_value")}return t.registry.getMapType(o,c)},evaluate(t,e,n){let r=e.args,s=r.length,i=new Array(s),o;for(let c=0;c<s;c++){let u=r[c],m=t.run(u[0],n),y=t.run(u[1],n);m instanceof Promise||y instanceof Promise?(i[c]=Promise.all([m,y]),o??=!0):i[c]=[m,y]}return o?Promise.all(i).then(Zn):Zn(i)}},comprehension:{check(t,e,n){let r=e.args;r.iterCtx=n.forkWithVariable(r.iterVarName,Zt(t,r.iterable,n)).setAccuType(t.check(r.init,n));let s=t.check(r.step,r.iterCtx),i=r.errorsAreFatal?er:Jt;return e.handle=U(r.iterable,!1,i),r.kind==="quantifier"?t.boolType:s},evaluate(t,e,n){return e.handle(t.run(e.args.iterable,n),e.args,t,n)}},accuValue:{check(t,e,n){return n.accuType},evaluate(t,e,n){return n.accuValue}},accuInc:{check(t,e,n){return n.accuType},evaluate(t,e,n){return n.accuValue+=1}},accuPush:{check(t,e,n){let r=n.accuType,s=t.check(e.args,n);return e.args.maybeAsync||e.setMeta("evaluate",v.accuPush.evaluateSync),r.kind==="list"&&r.valueType.kind!=="param"?r:t.registry.getListType(s)},evaluateSync(t,e,n){return n.accuValue.push(t.run(e.args,n)),n.accuValue},evaluate(t,e,n){let r=n.accuValue,s=t.run(e.args,n);return s instanceof Promise?s.then(i=>r.push(i)&&r):(r.push(s),r)}},"?:":{alias:"ternary",check(t,e,n){let r=e.condition=e.args[0],s=e.left=e.args[1],i=e.right=e.args[2],o=t.check(r,n);if(!o.isDynOrBool())throw t.createError("invalid_condition_type",`${r.meta.label||"Ternary condition must be bool"}, got '${t.formatType(o)}'`,r);let c=t.check(s,n),u=t.check(i,n),m=c.unify(t.registry,u);if(e.handle=U(r,!1,Wt),m)return m;throw t.createError("incompatible_ternary_branches",`Ternary branches must have the same type, got '${t.formatType(c)}' and '${t.formatType(u)}'`,e)},evaluate(t,e,n){return e.handle(t.run(e.condition,n),t,e,n)}},"||":{check:Kn,evaluate(t,e,n){let r=t.tryEval(e.left,n);if(r===!0)return!0;if(r===!1){let s=t.run(e.right,n);return typeof s=="boolean"?s:ae(!0,t,e,r,s)}return r instanceof Promise?r.then(s=>s===!0?s:ae(!0,t,e,s,t.run(e.right,n))):ae(!0,t,e,r,t.run(e.right,n))}},"&&":{check:Kn,evaluate(t,e,n){let r=t.tryEval(e.left,n);if(r===!1)return!1;if(r===!0){let s=t.run(e.right,n);return typeof s=="boolean"?s:ae(!1,t,e,r,s)}return r instanceof Promise?r.then(s=>s===!1?s:ae(!1,t,e,s,t.run(e.right,n))):ae(!1,t,e,r,t.run(e.right,n))}},"!_":{alias:"unaryNot",check:Hn,evaluate:Qn},"-_":{alias:"unaryMinus",check:Hn,evaluate:Qn}},lr=["!=","==","in","+","-","*","/","%","<","<=",">",">="];for(let t of lr)v[t]={check:Kt,evaluate:tn};for(let t of A(v)){let e=v[t];e.name=t,e.alias&&(v[e.alias]=e)}var Ae=l(t=>t,"identity");function Oe(t,e){if(t.op==="id")return t.args;throw P("invalid_macro_argument",e,t)}l(Oe,"assertIdentifier");function st(t){let e=t?"map(var, filter, transform)":"map(var, transform)",n=`${e} invalid predicate iteration variable`,r=`${e} filter predicate must return bool`;return({args:s,receiver:i,ast:o})=>{let[c,u,m]=t?s:[s[0],null,s[1]],y=m.clone(v.accuPush,m);if(u){let d=u.clone(v.accuValue);y=u.clone(v.ternary,[u.setMeta("label",r),y,d])}return{callAst:o.clone(v.comprehension,{errorsAreFatal:!0,iterable:i,iterVarName:Oe(c,n),init:o.clone(v.list,[]),step:y,result:Ae})}}}l(st,"createMapExpander");function ur(){let t="filter(var, predicate)",e=`${t} invalid predicate iteration variable`,n=`${t} predicate must return bool`;return({args:r,receiver:s,ast:i})=>{let o=Oe(r[0],e),c=i.clone(v.accuValue),u=r[1].setMeta("label",n),m=i.clone(v.accuPush,i.clone(v.id,o)),y=u.clone(v.ternary,[u,m,c]);return{callAst:i.clone(v.comprehension,{errorsAreFatal:!0,iterable:s,iterVarName:o,init:i.clone(v.list,[]),step:y,result:Ae})}}}l(ur,"createFilterExpander");function sn(t){let e=`${t.name}(var, predicate) invalid predicate iteration variable`,n=`${t.name}(var, predicate) predicate must return bool`;return({args:r,receiver:s,ast:i})=>{let o=r[1].setMeta("label",n),c=t.transform({args:r,ast:i,predicate:o,opts:t});return{callAst:i.clone(v.comprehension,{kind:"quantifier",errorsAreFatal:t.errorsAreFatal||!1,iterable:s,iterVarName:Oe(r[0],e),init:c.init,condition:c.condition,step:c.step,result:c.result||Ae})}}}l(sn,"createQuantifierExpander");function pr(){let t="has() invalid argument";function e(r,s,i){let o=s.macroHasProps,c=o.length,u=r.run(o[--c],i),m;for(;c--;){let y=o[c];if(y.op===".?"&&(m??=!0),u=r.debugType(u).fieldLazy(u,y.args[1],y,r),u===void 0){if(!(!m&&c&&y.op==="."))break;throw T("no_such_key",`No such key: ${y.args[1]}`,y)}}return u!==void 0}l(e,"evaluate");function n(r,s,i){let o=s.args[0];if(o.op!==".")throw r.createError("invalid_macro_argument",t,o);if(!s.macroHasProps){let c=[];for(;o.op==="."||o.op===".?";)o=c.push(o)&&o.args[0];if(o.op!=="id")throw r.createError("invalid_macro_argument",t,o);r.check(o,i),c.push(o),s.macroHasProps=c}return r.getType("bool")}return l(n,"typeCheck"),function({args:r}){return{args:r,evaluate:e,typeCheck:n,async:!1}}}l(pr,"createHasExpander");function it(t){let e=l((u,m)=>t.registerFunctionOverload(u,m),"functionOverload");e("has(ast): bool",pr()),e("list.all(ast, ast): bool",sn({name:"all",transform({ast:u,predicate:m,opts:y}){return{init:u.clone(v.value,!0),condition:Ae,step:m.clone(v.ternary,[m,m.clone(v.value,!0),m.clone(v.value,!1)])}}})),e("list.exists(ast, ast): bool",sn({name:"exists",condition(u){return!u},transform({ast:u,predicate:m,opts:y}){return{init:u.clone(v.value,!1),condition:y.condition,step:m.clone(v.ternary,[m,m.clone(v.value,!0),m.clone(v.value,!1)])}}})),e("list.exists_one(ast, ast): bool",sn({name:"exists_one",errorsAreFatal:!0,result(u){return u===1},transform({ast:u,predicate:m,opts:y}){let d=u.clone(v.accuValue);return{init:u.clone(v.value,0),step:m.clone(v.ternary,[m,u.clone(v.accuInc),d]),result:y.result}}})),e("list.map(ast, ast): list<dyn>",st(!1)),e("list.map(ast, ast, ast): list<dyn>",st(!0)),e("list.filter(ast, ast): list<dyn>",ur());class n{static{l(this,"CelNamespace")}}let r=new n;t.registerType("CelNamespace",n),t.registerConstant("cel","CelNamespace",r);function s(u,m,y){m.bindCtx=y.forkWithVariable(m.var,u.check(m.val,y));let d=u.check(m.exp,m.bindCtx);return m.val.maybeAsync||m.exp.maybeAsync||(m.ast.setMeta("async",!1),m.evaluate=c),d}l(s,"bindTypeCheck");function i(u,m,y,d,p){let f=u.run(m,d=y.reuse(d).setIterValue(p,u));return f instanceof Promise&&d===y&&(d.async=!0),f}l(i,"bindOptionalEvaluate");function o(u,{val:m,exp:y,bindCtx:d},p){let f=u.run(m,p);return f instanceof Promise?f.then(w=>i(u,y,d,p,w)):i(u,y,d,p,f)}l(o,"bindEvaluate");function c(u,{val:m,exp:y,bindCtx:d},p){return u.run(y,d.reuse(p).setIterValue(u.run(m,p),u))}l(c,"bindEvaluateSync"),e("CelNamespace.bind(ast, dyn, ast): dyn",({ast:u,args:m})=>({ast:u,var:Oe(m[0],"invalid variable argument"),val:m[1],exp:m[2],bindCtx:void 0,typeCheck:s,evaluate:o}))}l(it,"registerMacros");function ot(t){let e=l((d,p,f,w)=>t.unaryOverload(d,p,f,w,!1),"unaryOverload"),n=l((d,p,f,w,a)=>t.binaryOverload(d,p,f,w,a,!1),"binaryOverload");function r(d,p){if(d<=Ee&&d>=_e)return d;throw T("numeric_overflow",`integer overflow: ${d}`,p)}l(r,"verifyInteger");function s(d){throw T("division_by_zero","division by zero",d)}l(s,"throwDivisionByZero");function i(d){throw T("modulo_by_zero","modulo by zero",d)}l(i,"throwModuloByZero"),e("!","bool",d=>!d),e("-","int",d=>-d),n("dyn<int>","==","double",(d,p)=>d==p),n("dyn<int>","==","uint",(d,p)=>d==p.valueOf()),n("int","*","int",(d,p,f)=>r(d*p,f)),n("int","+","int",(d,p,f)=>r(d+p,f)),n("int","-","int",(d,p,f)=>r(d-p,f)),n("int","/","int",(d,p,f)=>p===Q?s(f):d/p),n("int","%","int",(d,p,f)=>p===Q?i(f):d%p),e("-","double",d=>-d),n("double","*","double",(d,p)=>d*p),n("double","+","double",(d,p)=>d+p),n("double","-","double",(d,p)=>d-p),n("double","/","double",(d,p)=>d/p),n("string","+","string",(d,p)=>d+p),n("list<V>","+","list<V>",(d,p)=>[...d,...p]),n("bytes","+","bytes",(d,p)=>{if(!d.length)return p;if(!p.length)return d;let f=new Uint8Array(d.length+p.length);return f.set(d,0),f.set(p,d.length),f});let o="google.protobuf.Duration";n(o,"+",o,(d,p)=>d.addDuration(p)),n(o,"-",o,(d,p)=>d.subtractDuration(p)),n(o,"==",o,(d,p)=>d.seconds===p.seconds&&d.nanos===p.nanos);let c="google.protobuf.Timestamp";n(c,"==",c,(d,p)=>d.getTime()===p.getTime()),n(c,"-",c,(d,p)=>q.fromMilliseconds(d.getTime()-p.getTime()),o),n(c,"-",o,(d,p)=>p.subtractTimestamp(d)),n(c,"+",o,(d,p)=>p.extendTimestamp(d)),n(o,"+",c,(d,p)=>d.extendTimestamp(p));function u(d,p,f,w){if(p instanceof Set&&p.has(d))return!0;for(let a of p)if(ye(d,a,f,w))return!0;return!1}l(u,"listIncludes");function m(d,p){return p instanceof Map?p.get(d)!==void 0:te(p,d)?p[d]!==void 0:!1}l(m,"mapIncludes");function y(d,p,f,w){return u(d,p,f,w)}l(y,"listMembership"),n("V","in","list<V>",y),n("K","in","map<K, V>",m);for(let d of["type","null","bool","string","int","double"])n(d,"==",d,(p,f)=>p===f);n("bytes","==","bytes",(d,p)=>{if(d===p)return!0;let f=d.length;if(f!==p.length)return!1;for(;f--;)if(d[f]!==p[f])return!1;return!0}),n("list<V>","==","list<V>",(d,p,f,w)=>{if(d===p)return!0;if(H(d)&&H(p)){let b=d.length;if(b!==p.length)return!1;for(let k=0;k<b;k++)if(!ye(d[k],p[k],f,w))return!1;return!0}if(d instanceof Set&&p instanceof Set){if(d.size!==p.size)return!1;for(let b of d)if(!p.has(b))return!1;return!0}let a=d instanceof Set?p:d,h=d instanceof Set?d:p;if(!H(a)||a.length!==h?.size)return!1;for(let b=0;b<a.length;b++)if(!h.has(a[b]))return!1;return!0}),n("map<K, V>","==","map<K, V>",(d,p,f,w)=>{if(d===p)return!0;if(d instanceof Map&&p instanceof Map){if(d.size!==p.size)return!1;for(let[b,k]of d)if(!(p.has(b)&&ye(k,p.get(b),f,w)))return!1;return!0}if(d instanceof Map||p instanceof Map){let b=d instanceof Map?p:d,k=d instanceof Map?d:p,O=A(b);if(k.size!==O.length)return!1;for(let[_,N]of k)if(!(_ in b&&ye(N,b[_],f,w)))return!1;return!0}let a=A(d),h=A(p);if(a.length!==h.length)return!1;for(let b=0;b<a.length;b++){let k=a[b];if(!(k in p&&ye(d[k],p[k],f,w)))return!1}return!0}),n("uint","==","uint",(d,p)=>d.valueOf()===p.valueOf()),n("dyn<uint>","==","double",(d,p)=>d.valueOf()==p),n("uint","+","uint",(d,p)=>new M(d.valueOf()+p.valueOf())),n("uint","-","uint",(d,p)=>new M(d.valueOf()-p.valueOf())),n("uint","*","uint",(d,p)=>new M(d.valueOf()*p.valueOf())),n("uint","/","uint",(d,p,f)=>p.valueOf()===Q?s(f):new M(d.valueOf()/p.valueOf())),n("uint","%","uint",(d,p,f)=>p.valueOf()===Q?i(f):new M(d.valueOf()%p.valueOf()));for(let[d,p]of[["bool","bool"],["int","int"],["uint","uint"],["double","double"],["string","string"],["google.protobuf.Timestamp","google.protobuf.Timestamp"],["google.protobuf.Duration","google.protobuf.Duration"],["int","uint"],["int","double"],["double","int"],["double","uint"],["uint","int"],["uint","double"]])n(d,"<",p,(f,w)=>f<w),n(d,"<=",p,(f,w)=>f<=w),n(d,">",p,(f,w)=>f>w),n(d,">=",p,(f,w)=>f>=w)}l(ot,"registerOverloads");function ye(t,e,n,r){if(t===e)return!0;switch(typeof t){case"undefined":case"string":case"boolean":return!1;case"bigint":return typeof e=="number"?t==e:!1;case"number":return typeof e=="bigint"?t==e:!1;case"object":if(typeof e!="object")return!1;let s=r.debugType(t),i=r.debugType(e);if(s!==i)return!1;let o=r.registry.findBinaryOverload("==",s,i);return o?o.handler(t,e,n,r):!1}throw T("invalid_comparison_type",`Cannot compare values of type ${typeof t}`,n)}l(ye,"isEqual");var dr=new Map().set("A","dyn").set("T","dyn").set("K","dyn").set("V","dyn"),be=class extends ce{static{l(this,"TypeChecker")}constructor(e,n){super(e),this.createError=n?T:Mn}check(e,n){try{return e.checkedType??=e.check(this,e,n)}catch(r){throw me(r,e)}}checkAccessOnType(e,n,r,s=!1){if(r===this.dynType)return r;let i=(e.op==="[]"||e.op==="[?]"?this.check(e.args[1],n):this.stringType).type;if(r.kind==="list"){if(i==="int"||i==="dyn")return r.valueType;throw this.createError("invalid_index_type",`List index must be int, got '${i}'`,e)}if(r.kind==="map")return r.valueType;let o=this.objectTypes.get(r.name);if(o){if(!(i==="string"||i==="dyn"))throw this.createError("invalid_index_type",`Cannot index type '${r.name}' with type '${i}'`,e);if(o.fields){let c;if(e.op==="."||e.op===".?"?c=e.args[1]:e.args[1].op==="value"&&(c=e.args[1].args),typeof c=="string"){let u=o.fields[c];if(u)return u;if(s)return this.dynType;throw this.createError("no_such_key",`No such key: ${c}`,e)}}return this.dynType}throw this.createError("cannot_index_type",`Cannot index type '${this.formatType(r)}'`,e)}formatType(e){return e.hasPlaceholderType?e.templated(this.registry,dr).name:e.name}formatTypeList(e){return e.map(n=>this.formatType(n)).join(", ")}};var g={EOF:0,NUMBER:1,STRING:2,BOOLEAN:3,NULL:4,IDENTIFIER:5,PLUS:6,MINUS:7,MULTIPLY:8,DIVIDE:9,MODULO:10,EQ:11,NE:12,LT:13,LE:14,GT:15,GE:16,AND:17,OR:18,NOT:19,IN:20,LPAREN:21,RPAREN:22,LBRACKET:23,RBRACKET:24,LBRACE:25,RBRACE:26,DOT:27,COMMA:28,COLON:29,QUESTION:30,BYTES:31},Ne={[g.EQ]:v["=="],[g.PLUS]:v["+"],[g.MINUS]:v["-"],[g.MULTIPLY]:v["*"],[g.DIVIDE]:v["/"],[g.MODULO]:v["%"],[g.LE]:v["<="],[g.LT]:v["<"],[g.GE]:v[">="],[g.GT]:v[">"],[g.NE]:v["!="],[g.IN]:v.in},Se={};for(let t in g)Se[g[t]]=t;var ct=new Uint8Array(128);for(let t of"0123456789abcdefABCDEF")ct[t.charCodeAt(0)]=1;var mr={bytes_unicode_escape:l(t=>`\\${t} not allowed in bytes literals`,"bytes_unicode_escape"),invalid_unicode_escape:l(t=>`Invalid Unicode escape: \\${t}`,"invalid_unicode_escape"),invalid_unicode_surrogate:l(t=>`Invalid Unicode surrogate: \\${t}`,"invalid_unicode_surrogate"),invalid_hex_escape:l(t=>`Invalid hex escape: \\${t}`,"invalid_hex_escape"),invalid_octal_escape:l(()=>"Octal escape must be 3 digits","invalid_octal_escape"),octal_escape_out_of_range:l(t=>`Octal escape out of range: \\${t}`,"octal_escape_out_of_range"),invalid_escape_sequence:l(t=>`Invalid escape sequence: \\${t}`,"invalid_escape_sequence")},at={"\\":"\\","?":"?",'"':'"',"'":"'","`":"`",a:"\x07",b:"\b",f:"\f",n:`
`,r:"\r",t:"	",v:"\v"},on=class t{static{l(this,"ASTNode")}#e;#n;constructor(e,n,r,s,i,o){this.#e={check:i.check,evaluate:i.evaluate},this.#n=e,this.op=i.name,this.args=o,this.pos=n,this.start=r,this.end=s}clone(e,n){return new t(this.#n,this.pos,this.start,this.end,e,n)}get meta(){return this.#e}get input(){return this.#n}#r(){let e=this.#e.alternate??this;switch(e.op){case"value":case"id":case"accuValue":case"accuInc":return!1;case"accuPush":return e.args.maybeAsync;case"!_":case"-_":return e.candidates?.async!==!1?!0:e.args.maybeAsync;case"!=":case"==":case"in":case"+":case"-":case"*":case"/":case"%":case"<":case"<=":case">":case">=":return e.candidates?.async!==!1?!0:e.args.some(n=>n.maybeAsync);case"call":case"rcall":return e.candidates?.async!==!1?!0:(e.receiverWithArgs||e.args[1]).some(n=>n.maybeAsync);case"comprehension":return e.args.iterable.maybeAsync||e.args.step.maybeAsync;case".":case".?":return e.args[0].maybeAsync;case"?:":case"list":case"[]":case"[?]":return e.args.some(n=>n.maybeAsync);case"||":case"&&":return e.args.some(n=>n.maybeAsync);case"map":return e.args.some(n=>n[0].maybeAsync||n[1].maybeAsync);default:return!0}}get maybeAsync(){return this.#e.async??=this.#r()}check(e,n,r){let s=this.#e;return s.alternate?e.check(s.alternate,r):s.macro?s.macro.typeCheck(e,s.macro,r):s.check(e,n,r)}evaluate(e,n,r){let s=this.#e;return s.alternate?this.evaluate=this.#s:s.macro?this.evaluate=this.#i:this.evaluate=s.evaluate,this.evaluate(e,n,r)}#s(e,n,r){return(n=this.#e.alternate).evaluate(e,n,r)}#i(e,n,r){return(n=this.#e.macro).evaluate(e,n,r)}setMeta(e,n){return this.#e[e]=n,this}get range(){return{start:this.start,end:this.end}}toOldStructure(){let e=Array.isArray(this.args)?this.args:[this.args];return[this.op,...e.map(n=>n instanceof t?n.toOldStructure():n)]}},an=class{static{l(this,"Lexer")}input;pos;length;tokenPos;tokenType;tokenValue;reset(e){return this.pos=0,this.input=e,this.length=e.length,e}token(e,n,r){return this.tokenPos=e,this.tokenType=n,this.tokenValue=r,this}nextToken(){for(;;){let{pos:e,input:n,length:r}=this;if(e>=r)return this.token(e,g.EOF);let s=n[e];switch(s){case" ":case"	":case`
`:case"\r":this.pos++;continue;case"=":if(n[e+1]!=="=")break;return this.token((this.pos+=2)-2,g.EQ);case"&":if(n[e+1]!=="&")break;return this.token((this.pos+=2)-2,g.AND);case"|":if(n[e+1]!=="|")break;return this.token((this.pos+=2)-2,g.OR);case"+":return this.token(this.pos++,g.PLUS);case"-":return this.token(this.pos++,g.MINUS);case"*":return this.token(this.pos++,g.MULTIPLY);case"/":if(n[e+1]==="/"){for(;this.pos<r&&this.input[this.pos]!==`
`;)this.pos++;continue}return this.token(this.pos++,g.DIVIDE);case"%":return this.token(this.pos++,g.MODULO);case"<":return n[e+1]==="="?this.token((this.pos+=2)-2,g.LE):this.token(this.pos++,g.LT);case">":return n[e+1]==="="?this.token((this.pos+=2)-2,g.GE):this.token(this.pos++,g.GT);case"!":return n[e+1]==="="?this.token((this.pos+=2)-2,g.NE):this.token(this.pos++,g.NOT);case"(":return this.token(this.pos++,g.LPAREN);case")":return this.token(this.pos++,g.RPAREN);case"[":return this.token(this.pos++,g.LBRACKET);case"]":return this.token(this.pos++,g.RBRACKET);case"{":return this.token(this.pos++,g.LBRACE);case"}":return this.token(this.pos++,g.RBRACE);case".":return this.token(this.pos++,g.DOT);case",":return this.token(this.pos++,g.COMMA);case":":return this.token(this.pos++,g.COLON);case"?":return this.token(this.pos++,g.QUESTION);case'"':case"'":return this.readString(s);case"b":case"B":case"r":case"R":{let i=n[e+1];return i==='"'||i==="'"?++this.pos&&this.readString(i,s):this.readIdentifier()}default:{let i=s.charCodeAt(0);if(i<=57&&i>=48)return this.readNumber();if(this._isIdentifierCharCode(i))return this.readIdentifier()}}throw P("unexpected_character",`Unexpected character: ${s}`,{pos:e,start:e,end:e+1,input:n})}}_isIdentifierCharCode(e){return e<48||e>122?!1:e>=97||e>=65&&e<=90||e<=57||e===95}_parseAsDouble(e,n){let r=Number(this.input.substring(e,n));if(Number.isFinite(r))return this.token(e,g.NUMBER,r);throw P("invalid_number",`Invalid number: ${r}`,{pos:e,start:e,end:n,input:this.input})}_parseAsBigInt(e,n,r,s){let i=this.input.substring(e,n);if(s==="u"||s==="U"){this.pos++;try{return this.token(e,g.NUMBER,new M(i))}catch{}}else try{return this.token(e,g.NUMBER,BigInt(i))}catch{}throw P(r?"invalid_hex_integer":"invalid_integer",r?`Invalid hex integer: ${i}`:`Invalid integer: ${i}`,{pos:e,start:e,end:this.pos,input:this.input})}_readDigits(e,n,r,s){for(;r<n&&(s=e.charCodeAt(r))&&!(s>57||s<48);)r++;return r}_readExponent(e,n,r){let s=r<n&&e[r];if(s==="e"||s==="E"){s=++r<n&&e[r],(s==="-"||s==="+")&&r++;let i=r;if(r=this._readDigits(e,n,r),i===r)throw P("invalid_exponent","Invalid exponent",{pos:r,start:r,end:Math.min(r+1,e.length),input:e})}return r}readNumber(){let{input:e,length:n,pos:r}=this,s=r;if(e[s]==="0"&&(e[s+1]==="x"||e[s+1]==="X")){for(s+=2;s<n&&ct[e[s].charCodeAt(0)];)s++;return this._parseAsBigInt(r,this.pos=s,!0,e[s])}if(s=this._readDigits(e,n,s),s+1<n){let i=!1,o=e[s]==="."?this._readDigits(e,n,s+1):s+1;if(o!==s+1&&(i=!0)&&(s=o),o=this._readExponent(e,n,s),o!==s&&(i=!0)&&(s=o),i)return this._parseAsDouble(r,this.pos=s)}return this._parseAsBigInt(r,this.pos=s,!1,e[s])}readString(e,n){let{input:r,pos:s}=this;return r[s+1]===e&&r[s+2]===e?this.readTripleQuotedString(e,n):this.readSingleQuotedString(e,n)}_closeQuotedString(e,n,r,s){switch(r){case"b":case"B":{let i=this.processEscapes(e,n,!0),o=new Uint8Array(i.length);for(let c=0;c<i.length;c++)o[c]=i.charCodeAt(c)&255;return this.token(s-1,g.BYTES,o)}case"r":case"R":return this.token(s-1,g.STRING,n);default:{let i=this.processEscapes(e,n,!1);return this.token(s,g.STRING,i)}}}readSingleQuotedString(e,n){let{input:r,length:s,pos:i}=this,o,c=this.pos+1;for(;c<s&&(o=r[c]);){switch(o){case e:let u=i+1,m=r.slice(u,c);return this.pos=++c,this._closeQuotedString(u,m,n,i);case`
`:case"\r":throw P("newline_in_string","Newlines not allowed in single-quoted strings",{pos:c,start:c,end:c+1,input:r});case"\\":c++}c++}throw P("unterminated_string","Unterminated string",{pos:i,start:i,end:r.length,input:r})}readTripleQuotedString(e,n){let{input:r,length:s,pos:i}=this,o,c=this.pos+3;for(;c<s&&(o=r[c]);){switch(o){case e:if(r[c+1]===e&&r[c+2]===e){let u=i+3,m=r.slice(u,c);return this.pos=c+3,this._closeQuotedString(u,m,n,i)}break;case"\\":c++}c++}throw P("unterminated_triple_quoted_string","Unterminated triple-quoted string",{pos:i,start:i,end:r.length,input:r})}#e(e,n,r,s,i,o){let c=n+s;return P(e,mr[e](o),{input:this.input,pos:c,start:c,end:Math.min(c+i,n+r)})}processEscapes(e,n,r){if(!n.includes("\\"))return n;let s=n.length,i="",o=0;for(;o<s;){if(n[o]!=="\\"||o+1>=s){i+=n[o++];continue}let c=n[o+1];if(at[c])i+=at[c],o+=2;else if(c==="u"||c==="U"){if(r)throw this.#e("bytes_unicode_escape",e,s,o,2,c);let u=c==="u"?4:8,m=n.substring(o+2,o+2+u),y=Number.parseInt(m,16);if(m.length!==u||!/^[0-9a-fA-F]+$/.test(m)||y>1114111)throw this.#e("invalid_unicode_escape",e,s,o,2+u,c+m);if(y>=55296&&y<=57343)throw this.#e("invalid_unicode_surrogate",e,s,o,2+u,c+m);i+=String.fromCodePoint(y),o+=2+u}else if(c==="x"||c==="X"){let u=n.substring(o+2,o+4);if(!/^[0-9a-fA-F]{2}$/.test(u))throw this.#e("invalid_hex_escape",e,s,o,4,c+u);i+=String.fromCharCode(Number.parseInt(u,16)),o+=4}else if(c>="0"&&c<="7"){let u=n.substring(o+1,o+4);if(!/^[0-7]{3}$/.test(u))throw this.#e("invalid_octal_escape",e,s,o,4);let m=Number.parseInt(u,8);if(m>255)throw this.#e("octal_escape_out_of_range",e,s,o,4,u);i+=String.fromCharCode(m),o+=4}else throw this.#e("invalid_escape_sequence",e,s,o,2,c)}return i}readIdentifier(){let{pos:e,input:n,length:r}=this,s=e;for(;s<r&&this._isIdentifierCharCode(n[s].charCodeAt(0));)s++;let i=n.substring(e,this.pos=s);switch(i){case"true":return this.token(e,g.BOOLEAN,!0);case"false":return this.token(e,g.BOOLEAN,!1);case"null":return this.token(e,g.NULL,null);case"in":return this.token(e,g.IN);default:return this.token(e,g.IDENTIFIER,i)}}},hr=new an,Ie=class{static{l(this,"Parser")}lexer=hr;input=null;maxDepthRemaining=null;astNodesRemaining=null;type=null;pos=null;constructor(e,n){this.limits=e,this.registry=n}#e(e,n=this.pos){throw P("limit_exceeded",`Exceeded ${e} (${this.limits[e]})`,{pos:n,start:n,end:n,input:this.input})}#n(e,n,r,s,i=e){let o=new on(this.input,i,e,n,r,s);return this.astNodesRemaining--||this.#e("maxAstNodes",i),o}#r(e,n,r){return this.#n(n.start,r.end,e,[n,r])}#s(e,n,r){return this.#n(e.start,r.end,v.ternary,[e,n,r])}#i(e,n,r){return this.#n(e,r.end,n,r)}#o(e,n,r,s,i=n.start){return this.#n(n.start,s,e,[n,r],i)}#t(e=this.pos){let n=this.lexer.nextToken();return this.pos=n.tokenPos,this.type=n.tokenType,e}get value(){return this.lexer.tokenValue}consume(e){if(this.type===e)return this.#t();throw P("expected_token",`Expected ${Se[e]}, got ${Se[this.type]}`,{pos:this.pos,start:this.pos,end:this.lexer.pos,input:this.input})}match(e){return this.type===e}parse(e){if(typeof e!="string")throw P("expression_must_be_string","Expression must be a string");this.input=this.lexer.reset(e),this.#t(),this.maxDepthRemaining=this.limits.maxDepth,this.astNodesRemaining=this.limits.maxAstNodes;let n=this.parseExpression();if(this.match(g.EOF))return n;throw P("unexpected_character",`Unexpected character: '${this.input[this.lexer.pos-1]}'`,{pos:this.pos,start:this.pos,end:this.lexer.pos,input:this.input})}#a(e,n,r,s){let i=s[0],o=r===v.rcall?s[1]:null,c=r===v.rcall?s[2]:s[1],u=this.registry.findMacro(i,!!o,c.length),m=this.#n(e,n,r,s);if(!u)return m;let y=u.handler({ast:m,args:c,receiver:o,methodName:i,parser:this});return y.callAst?m.setMeta("alternate",y.callAst):m.setMeta("macro",y).setMeta("async",fe(y.evaluate,y.async))}parseExpression(){this.maxDepthRemaining--||this.#e("maxDepth");let e=this.parseLogicalOr();if(!this.match(g.QUESTION))return++this.maxDepthRemaining&&e;this.#t();let n=this.parseExpression();this.consume(g.COLON);let r=this.parseExpression();return this.maxDepthRemaining++,this.#s(e,n,r)}parseLogicalOr(){let e=this.parseLogicalAnd();for(;this.match(g.OR);)this.#t(),e=this.#r(v["||"],e,this.parseLogicalAnd());return e}parseLogicalAnd(){let e=this.parseEquality();for(;this.match(g.AND);)this.#t(),e=this.#r(v["&&"],e,this.parseEquality());return e}parseEquality(){let e=this.parseRelational();for(;this.match(g.EQ)||this.match(g.NE);){let n=Ne[this.type];this.#t(),e=this.#r(n,e,this.parseRelational())}return e}parseRelational(){let e=this.parseAdditive();for(;this.match(g.LT)||this.match(g.LE)||this.match(g.GT)||this.match(g.GE)||this.match(g.IN);){let n=Ne[this.type];this.#t(),e=this.#r(n,e,this.parseAdditive())}return e}parseAdditive(){let e=this.parseMultiplicative();for(;this.match(g.PLUS)||this.match(g.MINUS);){let n=Ne[this.type];this.#t(),e=this.#r(n,e,this.parseMultiplicative())}return e}parseMultiplicative(){let e=this.parseUnary();for(;this.match(g.MULTIPLY)||this.match(g.DIVIDE)||this.match(g.MODULO);){let n=Ne[this.type];this.#t(),e=this.#r(n,e,this.parseUnary())}return e}parseUnary(){return this.type===g.NOT?this.#i(this.#t(),v.unaryNot,this.parseUnary()):this.type===g.MINUS?this.#i(this.#t(),v.unaryMinus,this.parseUnary()):this.parsePostfix()}parsePostfix(){let e=this.parsePrimary(),n=this.maxDepthRemaining;for(;;){if(this.match(g.DOT)){let r=this.#t();this.maxDepthRemaining--||this.#e("maxDepth",r);let s=this.match(g.QUESTION)&&this.registry.enableOptionalTypes&&this.#t()?v.optionalFieldAccess:v.fieldAccess,i=this.value,o=this.pos,c=this.lexer.pos;if(this.consume(g.IDENTIFIER),s===v.fieldAccess&&this.match(g.LPAREN)&&this.#t()){let u=this.parseArgumentList(),m=this.lexer.pos;this.consume(g.RPAREN),e=this.#a(e.start,m,v.rcall,[i,e,u])}else e=this.#o(s,e,i,c,o);continue}if(this.match(g.LBRACKET)){let r=this.#t();this.maxDepthRemaining--||this.#e("maxDepth",r);let s=this.match(g.QUESTION)&&this.registry.enableOptionalTypes&&this.#t()?v.optionalBracketAccess:v.bracketAccess,i=this.parseExpression(),o=this.lexer.pos;this.consume(g.RBRACKET),e=this.#o(s,e,i,o);continue}break}return this.maxDepthRemaining=n,e}parsePrimary(){switch(this.type){case g.NUMBER:case g.STRING:case g.BYTES:case g.BOOLEAN:case g.NULL:return this.#p();case g.IDENTIFIER:return this.#l();case g.LPAREN:return this.#u();case g.LBRACKET:return this.parseList();case g.LBRACE:return this.parseMap()}throw P("unexpected_token",`Unexpected token: ${Se[this.type]}`,{pos:this.pos,start:this.pos,end:this.lexer.pos,input:this.input})}#p(){return this.#t(this.#n(this.pos,this.lexer.pos,v.value,this.value))}#l(){let e=this.value,n=this.lexer.pos,r=this.consume(g.IDENTIFIER);if(re.has(e))throw P("reserved_identifier",`Reserved identifier: ${e}`,{pos:r,start:r,end:n,input:this.input});if(!this.match(g.LPAREN))return this.#n(r,n,v.id,e);this.#t();let s=this.parseArgumentList(),i=this.lexer.pos;return this.consume(g.RPAREN),this.#a(r,i,v.call,[e,s])}#u(){this.consume(g.LPAREN);let e=this.parseExpression();return this.consume(g.RPAREN),e}parseList(){let e=this.consume(g.LBRACKET),n=[],r=this.limits.maxListElements;if(!this.match(g.RBRACKET))for(n.push(this.parseExpression()),r--||this.#e("maxListElements",n.at(-1).pos);this.match(g.COMMA)&&(this.#t(),!this.match(g.RBRACKET));)n.push(this.parseExpression()),r--||this.#e("maxListElements",n.at(-1).pos);let s=this.lexer.pos;return this.consume(g.RBRACKET),this.#n(e,s,v.list,n)}parseMap(){let e=this.consume(g.LBRACE),n=[],r=this.limits.maxMapEntries;if(!this.match(g.RBRACE))for(n.push(this.parseProperty()),r--||this.#e("maxMapEntries",n.at(-1)[0].pos);this.match(g.COMMA)&&(this.#t(),!this.match(g.RBRACE));)n.push(this.parseProperty()),r--||this.#e("maxMapEntries",n.at(-1)[0].pos);let s=this.lexer.pos;return this.consume(g.RBRACE),this.#n(e,s,v.map,n)}parseProperty(){return[this.parseExpression(),(this.consume(g.COLON),this.parseExpression())]}parseArgumentList(){let e=[],n=this.limits.maxCallArguments;if(!this.match(g.RPAREN))for(e.push(this.parseExpression()),n--||this.#e("maxCallArguments",e.at(-1).pos);this.match(g.COMMA)&&(this.#t(),!this.match(g.RPAREN));)e.push(this.parseExpression()),n--||this.#e("maxCallArguments",e.at(-1).pos);return e}};var ln=D({maxAstNodes:1e5,maxDepth:250,maxListElements:1e3,maxMapEntries:1e3,maxCallArguments:32}),fr=new Set(A(ln));function gr(t,e=ln){let n=t?A(t):void 0;if(!n?.length)return e;let r={...e};for(let s of n){if(!fr.has(s))throw new TypeError(`Unknown limits option: ${s}`);let i=t[s];typeof i=="number"&&(r[s]=i)}return D(r)}l(gr,"createLimits");var yr=D({unlistedVariablesAreDyn:!1,homogeneousAggregateLiterals:!0,enableOptionalTypes:!1,limits:ln});function cn(t,e,n){let r=t?.[n]??e?.[n];if(typeof r!="boolean")throw new TypeError(`Invalid option: ${n}`);return r}l(cn,"bool");function lt(t,e=yr){return t?D({unlistedVariablesAreDyn:cn(t,e,"unlistedVariablesAreDyn"),homogeneousAggregateLiterals:cn(t,e,"homogeneousAggregateLiterals"),enableOptionalTypes:cn(t,e,"enableOptionalTypes"),limits:gr(t.limits,e.limits)}):e}l(lt,"createOptions");var Ve=Fn({enableOptionalTypes:!1});Sn(Ve);ot(Ve);it(Ve);var le=class t{static{l(this,"Environment")}#e;#n;#r;#s;#i;constructor(e,n){this.opts=lt(e,n?.opts),this.#e=(n instanceof t?n.#e:Ve).clone(this.opts);let r={registry:this.#e,opts:this.opts};this.#r=new be(r),this.#s=new be(r,!0),this.#n=new un(r),this.#i=new Ie(this.opts.limits,this.#e),Object.freeze(this)}clone(e){return new t(e,this)}registerFunction(e,n,r){return this.#e.registerFunctionOverload(e,n,r),this}registerOperator(e,n,r){return this.#e.registerOperatorOverload(e,n,r),this}registerType(e,n){return this.#e.registerType(e,n),this}registerVariable(e,n,r){return this.#e.registerVariable(e,n,r),this}registerConstant(e,n,r){return this.#e.registerConstant(e,n,r),this}hasVariable(e){return this.#e.variables.has(e)}getDefinitions(){return this.#e.getDefinitions()}check(e){try{return this.#o(this.#i.parse(e))}catch(n){return{valid:!1,error:n}}}#o(e){try{let n=this.#r.check(e,new oe(this.#e));return{valid:!0,type:this.#t(n)}}catch(n){return{valid:!1,error:n}}}#t(e){return e.name==="list<dyn>"?"list":e.name==="map<dyn, dyn>"?"map":e.name}parse(e){let n=this.#i.parse(e),r=this.#a.bind(this,n);return r.check=this.#o.bind(this,n),r.ast=n,r}evaluate(e,n){return this.#a(this.#i.parse(e),n)}#a(e,n){return e.checkedType?e.evaluate(this.#n,e,new oe(this.#e,n)):(this.#s.check(e,n=new oe(this.#e,n)),e.evaluate(this.#n,e,n))}},un=class extends ce{static{l(this,"Evaluator")}constructor(e){super(e),this.createError=T}#e(e){if(e instanceof Map)return e.entries().next().value;for(let n in e)return[n,e[n]]}debugRuntimeType(e,n){return n?.hasDynType===!1?n:this.debugTypeDeep(e)}debugTypeDeep(e){let n=this.debugType(e);switch(n.kind){case"list":{let r=e instanceof Array?e[0]:e.values().next().value;return r===void 0?n:this.registry.getListType(this.debugTypeDeep(r))}case"map":{let r=this.#e(e);return r?this.registry.getMapType(n.keyType.hasDynType?this.debugTypeDeep(r[0]):n.keyType,n.valueType.hasDynType?this.debugTypeDeep(r[1]):n.valueType):n}default:return n}}tryEval(e,n){try{let r=this.run(e,n);return r instanceof Promise?r.catch(s=>s):r}catch(r){return r}}run(e,n){return e.evaluate(this,e,n)}},mi=new le({unlistedVariablesAreDyn:!0});var br=[["Gi",1073741824],["Mi",1048576],["Ki",1024]],wr=2**20;function ut(t){return t%1e3===0?String(t/1e3):`${Math.round(t)}m`}l(ut,"formatMillicores");function pt(t){for(let[e,n]of br)if(t>=n&&t%n===0)return`${t/n}${e}`;return String(t)}l(pt,"formatBytes");function Pi(t){return`${Math.round(t/wr)}Mi`}l(Pi,"formatMebibytes");var vr={maxAstNodes:2e3,maxDepth:60,maxListElements:200,maxMapEntries:100,maxCallArguments:16};function mt(t,e){let n=new le({homogeneousAggregateLiterals:!1,enableOptionalTypes:!0,limits:vr});Er(n),_r(n);for(let[r,s]of Object.entries(t))typeof s=="string"?n.registerVariable(r,s):n.registerVariable({name:r,schema:s});for(let[r,s]of e)n.registerVariable(r,s);return{compile:l(r=>Tr(n,r),"compile")}}l(mt,"createCompiler");function Tr(t,e){try{let n=t.check(e);if(!n.valid)return dt(n.error,e);let r=t.parse(e);return{type:String(n.type),evaluate:l(s=>kr(()=>r({...s})),"evaluate")}}catch(n){return dt(n,e)}}l(Tr,"compile");function kr(t){try{return{kind:"value",value:t()}}catch(e){if(xr(e))return{kind:"unknown"};throw e}}l(kr,"evaluate");function xr(t){return!(t instanceof Error)||!("code"in t)?!1:t.code==="no_such_key"||t.code==="no_such_overload"||t.code==="index_out_of_range"}l(xr,"isUnknown");function dt(t,e){let n=t instanceof Error?t:new Error(String(t)),r="range"in n&&typeof n.range=="object"&&n.range!==null?n.range:{},s="start"in r&&typeof r.start=="number"?r.start:0,i="end"in r&&typeof r.end=="number"?r.end:e.length;return{message:n.message.split(`
`)[0]??"invalid expression",start:s,end:i}}l(dt,"expressionError");function Er(t){let e={"+":l((n,r)=>Number(n)+Number(r),"+"),"-":l((n,r)=>Number(n)-Number(r),"-"),"*":l((n,r)=>Number(n)*Number(r),"*"),"/":l((n,r)=>Number(n)/Number(r),"/")};for(let[n,r]of Object.entries(e))t.registerOperator(`int ${n} double: double`,r),t.registerOperator(`double ${n} int: double`,r);t.registerOperator("int == double: bool",(n,r)=>Number(n)===Number(r)),t.registerOperator("double in list<int>: bool",(n,r)=>Array.isArray(r)?r.some(s=>Number(s)===Number(n)):!1)}l(Er,"registerNumbers");function _r(t){let e={"max(dyn, dyn): double":Math.max,"max(dyn, dyn, dyn): double":Math.max,"min(dyn, dyn): double":Math.min,"min(dyn, dyn, dyn): double":Math.min,"floor(dyn): double":Math.floor,"ceil(dyn): double":Math.ceil,"round(dyn): double":Math.round};for(let[n,r]of Object.entries(e))t.registerFunction(n,(...s)=>r(...s.map(Number)));t.registerFunction("quantity(string): double",n=>Mr(String(n))),t.registerFunction("memoryText(dyn): string",n=>pt(Number(n))),t.registerFunction("cpuText(dyn): string",n=>ut(Number(n))),t.registerFunction("numberText(dyn): string",n=>pn(n)),t.registerFunction("string.format(list): string",$r),t.registerFunction("string.replaceFirstSpace(string): string",(n,r)=>String(n).replace(/\s+/,()=>String(r))),t.registerFunction("string.looksLike(string): bool",(n,r)=>Cr(String(n),String(r)))}l(_r,"registerFunctions");function Mr(t){let e=yn(t);return e===null?Number.NaN:Number(e.nanos)/1e9}l(Mr,"quantityValue");function $r(t,e){let n=Array.isArray(e)?[...e]:[];return String(t).replace(/%[sd%]/g,r=>r==="%%"?"%":pn(n.shift()))}l($r,"formatString");function pn(t){return typeof t=="bigint"?t.toString():typeof t=="number"?Number.isInteger(t)?String(t):String(Math.round(t*100)/100):Array.isArray(t)?t.map(pn).join(", "):String(t)}l(pn,"numberText");function Cr(t,e){let n=0,r=0,s=-1,i=0;for(;n<t.length;)if(e[r]==="*")s=r++,i=n;else if(e[r]===t[n])r++,n++;else if(s>=0)r=s+1,n=++i;else return!1;for(;e[r]==="*";)r++;return r===e.length}l(Cr,"globMatches");var dn={kind:"string",timeoutSeconds:"double",periodSeconds:"double",failureThreshold:"double",initialDelaySeconds:"double",port:"dyn",command:"string"},Pr={program:"string",role:"string",via:"list<string>",termination:"string",pid1:"bool",conditional:"bool",startupError:"dyn",startupErrorSetting:"dyn",cpuCountSettings:"list<string>",processes:"double",threads:"double",slots:"double",parents:"double",concurrency:"string",spacedWord:"dyn",spacedFlag:"dyn",unexpandedWord:"dyn",undefinedReference:"dyn",equalsShortFlag:"dyn",command:"string"},ht={name:"string",role:"string",image:"dyn",requests:{cpu:"dyn",memory:"dyn"},limits:{cpu:"dyn",memory:"dyn"},resourcesSource:"string",ports:"list<double>",livenessProbe:dn,readinessProbe:dn,startupProbe:dn,preStop:"string",preStopSeconds:"dyn",readOnlyRootFilesystem:"bool",mounts:"list<string>",memoryMounts:"list<string>",variables:"list<string>",downwardVariables:"list<map<string, dyn>>",memoryQuantities:"list<map<string, dyn>>",resizesCpuInPlace:"bool"},Re={terminationGracePeriodSeconds:"double",terminationGracePeriodIsSet:"bool",enableServiceLinks:"bool",shareProcessNamespace:"bool",roles:"list<string>",programs:"list<string>",containers:"double"},De={apiVersion:"string",kind:"string",name:"string",namespace:"dyn",replicasMin:"dyn",replicasMax:"dyn",replicasSource:"string",replicasIsSet:"bool",strategy:"string",maxSurge:"dyn",isTemplate:"bool",hasService:"bool",services:"list<map<string, dyn>>",scalers:"list<map<string, dyn>>",ingresses:"list<map<string, dyn>>"},Ar={cpu:"double",cpuText:"string",cpuIsLimit:"bool",memory:"double",memoryText:"string",memoryNeed:"double",memoryNeedText:"string",memoryFloor:"double",memoryFloorText:"string",baseMemory:"double",workerMemory:"double",workerMemoryText:"string",isMeasured:"bool",headroom:"double",profile:"string",profileIsDefault:"bool",topology:"string",recommended:{workers:"double",threads:"double",concurrency:"double",memory:"double",cpu:"double",processes:"double",processesForCpu:"double",processesInMemory:"double"}},Or={kind:"string",name:"string",min:"dyn",max:"dyn",targetKind:"string",targetName:"string",targetIsKnown:"bool",metrics:"list<map<string, dyn>>",triggers:"list<map<string, dyn>>",rivals:"list<string>",missingRequests:"list<string>",roles:"list<string>",programs:"list<string>",processes:"list<map<string, dyn>>"},Nr={name:"string",maxConnections:"double",reserved:"double",connections:"double",shares:"list<string>"},we={processes:"list<map<string, dyn>>",services:"list<map<string, dyn>>"};function ft(t){switch(t){case"process":return{process:Pr,container:ht,pod:Re,workload:De,sizing:Ar,system:we};case"container":return{container:ht,pod:Re,workload:De,system:we};case"workload":return{pod:Re,workload:De,system:we};case"scaler":return{scaler:Or,workload:De,pod:Re,system:we};case"system":return{database:Nr,system:we}}}l(ft,"scopeVocabulary");function gt(t){let e=new Map;for(let n of t)for(let[r,s]of n.settingTypes){let i=Sr(s);e.set(r,e.has(r)&&e.get(r)!==i?"dyn":i)}return Object.fromEntries(e)}l(gt,"settingsVocabulary");function Sr(t){switch(t){case"number":return"double";case"string":return"string";case"boolean":return"bool";case"strings":return"list<string>";case"numbers":return"list<double>";case"any":return"dyn"}}l(Sr,"settingCelType");function bt(t,e,n){let r=n.length;Vr(t,e,n);let s=Rr(t,e),i=new Map(Dr(t.params)),o={mistakes:n,vocabulary:s,types:i},c=mn(o,t,[]),u=t.each===null?null:hn(t.each,c,o,null),m=[];for(let{name:w,expression:a}of t.variables){let h=mn(o,t,m),b=hn(a,h,o,null);b!==null&&m.push({name:w,expression:b})}let y=mn(o,t,m),d=l((w,a)=>hn(w,y,o,a),"compile"),p=t.matchConditions.flatMap(({expression:w})=>d(w,"bool")??[]),f=t.validations.flatMap(w=>Ir(w,d)??[]);return n.length>r?null:{policy:t,each:u,variables:m,matchConditions:p,validations:f}}l(bt,"compilePolicy");function Ir(t,e){let n=e(t.expression,"bool"),r=t.messageExpression===null?null:e(t.messageExpression,"string"),s=t.recommendation===null?null:e(t.recommendation.value,null),i=(t.recommendation?.derivation??[]).flatMap(u=>{let m=e(u.term,"string"),y=e(u.value,null);return m===null||y===null?[]:[{term:m,value:y}]}),o=t.alternatives.flatMap(({field:u,value:m})=>{let y=e(m,null);return y===null?[]:[{field:u,value:y}]}),c=t.related.flatMap(({target:u,message:m})=>{let y=e(m,"string");return y===null?[]:[{target:u,message:y}]});return n===null?null:{rule:t,expression:n,message:r,recommendation:s,derivation:i,alternatives:o,related:c}}l(Ir,"compileValidation");function Vr(t,e,n){let r=e.map(i=>i.name),[s]=t.validations;for(let i of t.programs){if(r.includes(i)||s===void 0)continue;let o=Le(s.expression.source);o!==void 0&&n.push(V(o,`unknown program "${i}" in ${t.id}.${ee(i,r)}`))}}l(Vr,"checkPrograms");function Rr(t,e){let n=ft(t.scope);if(t.scope!=="process")return n;let r=t.programs.length===0?e:e.filter(s=>t.programs.includes(s.name));return{...n,settings:gt(r)}}l(Rr,"policyVocabulary");function Dr(t){return new Map([...t].map(([e,n])=>[e,Array.isArray(n)?"list":typeof n]))}l(Dr,"parameterTypes");function mn(t,e,n){let r={};for(let[c,u]of t.types)r[c]=u==="number"?"double":u==="string"?"string":u==="boolean"?"bool":"dyn";let s={};for(let{name:c,expression:u}of n)s[c]=Br(u.type);let i={...t.vocabulary,...Object.keys(r).length===0?{}:{params:r},...Object.keys(s).length===0?{}:{variables:s}},o=new Map(e.scope==="process"?[["origins","map<string, string>"]]:[]);return e.each!==null&&o.set("each","map<string, dyn>"),mt(i,o)}l(mn,"compilerFor");function Br(t){return t==="int"||t==="double"?"double":t==="string"||t==="bool"?t:"dyn"}l(Br,"simpleType");function hn(t,e,n,r){let s=e.compile(t.text);if("message"in s)return n.mistakes.push(yt(t,s,n.vocabulary)),null;if(r!==null&&s.type!==r&&s.type!=="dyn"){let i=`the expression gives ${s.type}; expected ${r}`;return n.mistakes.push(yt(t,{message:i,start:0,end:t.text.length},{})),null}return s}l(hn,"compileExpression");function yt(t,e,n){let r=bn(t.source,e.start,Math.max(e.end,e.start+1))??Le(t.source),s=t.text.slice(e.start,e.end),i=`${e.message}${/no such key|unknown variable/i.test(e.message)?ee(s,wt(n)):""}`;return r===void 0?{file:"",line:1,column:1,message:i}:V(r,i)}l(yt,"expressionMistake");function wt(t){return Object.entries(t).flatMap(([e,n])=>typeof n=="string"?[e]:[e,...wt(n)])}l(wt,"allNames");function z(t,e,n,r){if(e===void 0)return null;if(e.kind!=="map")return t.mistakes.push(V(e.location,`${n} must be a mapping`)),null;for(let[s,i]of e.entries)r.length>0&&!r.includes(s)&&t.mistakes.push(V(i.key.location,`unknown key "${s}" in ${n}.${ee(s,r)}`));return e}l(z,"readMap");function G(t,e,n){return e===void 0||e.kind==="scalar"&&e.value===null?[]:e.kind==="sequence"?e.items:(t.mistakes.push(V(e.location,`${n} must be a list`)),[])}l(G,"readItems");function S(t,e,n){let r=ve(t,e,n);return r===null?null:r.text.value}l(S,"readString");function ve(t,e,n){return e===void 0?null:e.kind==="scalar"&&e.value!==null?e:(t.mistakes.push(V(e.location,`${n} must be text`)),null)}l(ve,"readScalar");function Be(t,e,n,r){let s=ve(t,e,n);if(s===null)return null;let i=r.find(c=>c===s.text.value);if(i!==void 0)return i;let o=ee(s.text.value,r);return t.mistakes.push(V(s.location,`${n} is "${s.text.value}"; expected ${r.join(", ")}.${o}`)),null}l(Be,"readChoice");function ze(t,e,n){return G(t,e,n).flatMap(r=>S(t,r,`an item of ${n}`)??[])}l(ze,"readStrings");function C(t,e,n,r){if(e===null||typeof e=="string"&&e.trim()===""){let[s]=n.entries.values();t.mistakes.push(V(s?.key.location??n.location,`${r} is missing`))}return e}l(C,"requireValue");var zr=["id","title","severity","confidence","scope","programs","roles","params","each","variables","matchConditions","validations","rationale","references","examples"],Ur=["expression","message","messageExpression","target","recommendation","alternatives","related"],Lr=["name","manifest","line","message","recommendation"];function kt(t,e){let n=Tn(t),r=n.problems.map(i=>({...i,column:1})),s=[];for(let i of n.documents){let o={mistakes:[]},c=Fr(o,i,e);r.push(...o.mistakes),c!==null&&o.mistakes.length===0&&s.push(c)}return{policies:s,mistakes:r}}l(kt,"loadPolicies");function Fr(t,e,n){let r=z(t,e,"the policy",zr);if(r===null)return null;let s=l(p=>x(r,p),"get"),i=C(t,jr(t,s("id")),r,"id"),o=C(t,S(t,s("title"),"title"),r,"title"),c=C(t,Be(t,s("severity"),"severity",["error","warning","info"]),r,"severity"),u=C(t,Be(t,s("confidence"),"confidence",["fact","practice","heuristic"]),r,"confidence"),m=Be(t,s("scope"),"scope",["process","container","workload","scaler","system"]),y=G(t,s("validations"),"validations").flatMap(p=>qr(t,p)??[]);y.length===0&&C(t,null,r,"validations");let d=z(t,s("examples"),"examples",["invalid","valid"]);return i===null||o===null||c===null||u===null?null:{id:i,group:n,title:o,severity:c,confidence:u,scope:m??"process",programs:ze(t,s("programs"),"programs"),roles:ze(t,s("roles"),"roles"),params:Yr(t,s("params")),each:L(t,s("each"),"each"),variables:vt(t,s("variables"),"variables"),matchConditions:vt(t,s("matchConditions"),"matchConditions"),validations:y,rationale:(S(t,s("rationale"),"rationale")??"").trim(),references:ze(t,s("references"),"references"),invalid:Tt(t,x(d??void 0,"invalid")),valid:Tt(t,x(d??void 0,"valid"))}}l(Fr,"readPolicy");function jr(t,e){let n=ve(t,e,"id");return n===null?null:(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(n.text.value)||t.mistakes.push(V(n.location,`id is "${n.text.value}"; expected lower-case words joined by dashes`)),n.text.value)}l(jr,"readId");function Yr(t,e){let n=z(t,e,"params",[]),r=new Map;for(let[s,{value:i}]of n?.entries??[]){let o=Wr(i);o===null?t.mistakes.push(V(i.location,`parameter ${s} must be a number, text, boolean or a list of them`)):r.set(s,o)}return r}l(Yr,"readParameters");function Wr(t){return t.kind==="scalar"?t.value:t.kind==="map"?null:t.items.flatMap(e=>e.kind==="scalar"&&e.value!==null&&typeof e.value!="boolean"?[e.value]:[])}l(Wr,"loadedParameter");function vt(t,e,n){return G(t,e,n).flatMap(r=>{let s=z(t,r,`an item of ${n}`,["name","expression"]);if(s===null)return[];let i=C(t,S(t,x(s,"name"),"name"),s,"name"),o=C(t,L(t,x(s,"expression"),"expression"),s,"expression");return i===null||o===null?[]:[{name:i,expression:o}]})}l(vt,"readNamed");function qr(t,e){let n=z(t,e,"a validation",Ur);if(n===null)return null;let r=C(t,L(t,x(n,"expression"),"expression"),n,"expression"),s=C(t,S(t,x(n,"target"),"target"),n,"target"),i=S(t,x(n,"message"),"message"),o=L(t,x(n,"messageExpression"),"messageExpression");return i===null&&o===null&&C(t,null,n,"message or messageExpression"),r===null||s===null?null:{expression:r,message:i,messageExpression:o,target:s,recommendation:Gr(t,x(n,"recommendation"),s),alternatives:G(t,x(n,"alternatives"),"alternatives").flatMap(c=>Kr(t,c)),related:G(t,x(n,"related"),"related").flatMap(c=>Hr(t,c))}}l(qr,"readValidation");function Gr(t,e,n){if(e===void 0)return null;if(e.kind==="scalar"){let o=L(t,e,"recommendation");return o===null?null:{target:n,value:o,derivation:[]}}let r=z(t,e,"recommendation",["target","value","derivation"]);if(r===null)return null;let s=C(t,L(t,x(r,"value"),"value"),r,"value");if(s===null)return null;let i=G(t,x(r,"derivation"),"derivation").flatMap(o=>{let c=z(t,o,"a step of the derivation",["term","value"]);if(c===null)return[];let u=C(t,L(t,x(c,"term"),"term"),c,"term"),m=C(t,L(t,x(c,"value"),"value"),c,"value");return u===null||m===null?[]:[{term:u,value:m}]});return{target:S(t,x(r,"target"),"target")??n,value:s,derivation:i}}l(Gr,"readRecommendation");function Kr(t,e){let n=z(t,e,"an alternative",["field","value"]);if(n===null)return[];let r=C(t,S(t,x(n,"field"),"field"),n,"field"),s=C(t,L(t,x(n,"value"),"value"),n,"value");return r===null||s===null?[]:[{field:r,value:s}]}l(Kr,"readAlternative");function Hr(t,e){let n=z(t,e,"a related place",["target","message"]);if(n===null)return[];let r=C(t,S(t,x(n,"target"),"target"),n,"target"),s=C(t,L(t,x(n,"message"),"message"),n,"message");return r===null||s===null?[]:[{target:r,message:s}]}l(Hr,"readRelated");function Tt(t,e){return G(t,e,"examples").flatMap(n=>{let r=n.kind==="scalar"?null:z(t,n,"an example",Lr),s=S(t,r===null?n:x(r,"manifest"),"manifest");if(s===null)return[];let i=S(t,x(r??void 0,"line"),"line");return[{name:S(t,x(r??void 0,"name"),"name")??"",manifest:s,line:i===null?null:Number(i),message:S(t,x(r??void 0,"message"),"message"),recommendation:S(t,x(r??void 0,"recommendation"),"recommendation"),at:n.location}]})}l(Tt,"readExamples");function L(t,e,n){let r=ve(t,e,n);return r===null?null:{text:r.text.value,source:r.text}}l(L,"readExpression");function oo(t){let e=[...En].map(([s,i])=>({file:wn(`policies/${s}`,i),group:s.split("/")[0]??""})),{policies:n,mistakes:r}=xt(e,t);if(r.length>0)throw new gn(Fe(r));return n}l(oo,"loadBundledPolicies");function ao(t,e){let{policies:n,mistakes:r}=xt(t.map(s=>({file:s,group:"user"})),e);if(r.length>0)throw new fn(Fe(r));return n}l(ao,"loadUserPolicies");function xt(t,e){let n=[];return{policies:t.flatMap(({file:s,group:i})=>{let o=kt(s,i);return n.push(...o.mistakes),o.policies.flatMap(c=>bt(c,e,n)??[])}),mistakes:n}}l(xt,"compileFiles");export{wr as a,ut as b,pt as c,Pi as d,Qr as e,Xr as f,Zr as g,Jr as h,V as i,ee as j,Fe as k,as as l,z as m,G as n,S as o,ve as p,Be as q,ze as r,C as s,Wr as t,oo as u,ao as v,xt as w};
