(function(require,module,exports){var o=Object.defineProperty;var h=Object.getOwnPropertyDescriptor;var u=Object.getOwnPropertyNames;var g=Object.prototype.hasOwnProperty;var w=(e,s)=>{for(var t in s)o(e,t,{get:s[t],enumerable:!0})},v=(e,s,t,a)=>{if(s&&typeof s=="object"||typeof s=="function")for(let n of u(s))!g.call(e,n)&&n!==t&&o(e,n,{get:()=>s[n],enumerable:!(a=h(s,n))||a.enumerable});return e};var k=e=>v(o({},"__esModule",{value:!0}),e);var y={};w(y,{a:()=>r,b:()=>p});module.exports=k(y);var i=require("./chunk-2IEY4EP7.js"),c=require("./chunk-BUZDGJR2.js"),m=require("./chunk-J3AYK6LG.js"),l=require("./chunk-4XQKTQ2K.js"),f=new Map([["cpu/celery-autoscale-exceeds-cpu.yaml",`id: celery-autoscale-exceeds-cpu
title: "Celery's autoscaling stays within the CPU"
severity: warning
confidence: practice
programs: [celery]
roles: [worker]
params: {perCore: 1}
variables:
  - {name: ceiling, expression: "max(1, ceil(params.perCore * sizing.cpu))"}
matchConditions:
  - {name: autoscales, expression: "settings.autoscale != null"}
  - {name: processes, expression: "settings.pool_effective == 'prefork'"}
  - {name: computes, expression: "sizing.profile == 'cpu'"}
validations:
  - expression: settings.autoscale[0] <= variables.ceiling
    messageExpression: "'--autoscale grows to %d celery processes on %s CPU; tasks that compute want at most %d'.format([settings.autoscale[0], sizing.cpuText, variables.ceiling])"
    target: settings.autoscale
    recommendation:
      target: settings.autoscale
      value: "'%d,%d'.format([sizing.recommended.concurrency, min(sizing.recommended.concurrency, settings.autoscale[1])])"
    alternatives:
      - {field: container.resources.limits.cpu, value: "cpuText(settings.autoscale[0] * 1000)"}
      - {field: "workerlint.dev/profile", value: "'io'"}
rationale: |
  The pool grows to its maximum exactly when the queue is full, so the maximum is what the container must carry. Measured
  at 500m with tasks that compute: 1, 2, 4 and 8 processes all finish 4.9 tasks a second, while one task takes 0.2 to 1.7
  s. Work that waits does gain; say so with the annotation \`workerlint.dev/profile: io\`.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#autoscaling
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#worker-concurrency
examples:
  invalid:
    - name: up to ten on one core
      line: 8
      message: "--autoscale grows to 10 celery processes on 1 CPU"
      recommendation: "--autoscale=1,1"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, "--autoscale=10,2"]
              resources: {limits: {cpu: "1", memory: 4Gi}}
  valid:
    - name: up to the cores
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, "--autoscale=2,1"]
              resources: {limits: {cpu: "2", memory: 4Gi}}
    - name: greenlets are no processes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, gevent, "--autoscale=100,10"]
              resources: {limits: {cpu: "1", memory: 1Gi}}
`],["cpu/celery-concurrency-exceeds-cpu.yaml",`id: celery-concurrency-exceeds-cpu
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
  - {name: not-said-as-zero, expression: process.zeroWord == null}
  - {name: concurrency-counts, expression: "settings.pool_effective != 'solo'"}
  - {name: no-autoscale, expression: settings.autoscale == null}
  - {name: not-a-missing-limit, expression: "!container.downwardVariables.exists(variable, variable.resource == 'limits.cpu' && variable.value == null && variable.name in process.variablesInUse)"}
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
`],["cpu/celery-proc-alive-risk.yaml",`id: celery-proc-alive-risk
title: "Celery's children start within four seconds"
severity: warning
confidence: heuristic
programs: [celery]
roles: [worker]
params: {perCore: 8}
matchConditions:
  - {name: processes, expression: "settings.pool_effective == 'prefork'"}
  - {name: limited, expression: sizing.cpuIsLimit}
validations:
  - expression: process.processes <= max(2, params.perCore * sizing.cpu)
    messageExpression: "'%d celery processes start on %s CPU; those that are not up within 4 s are killed and started again: want %d'.format([process.processes, sizing.cpuText, sizing.recommended.concurrency])"
    target: process.processes
    recommendation: sizing.recommended.concurrency
    alternatives:
      - {field: worker_proc_alive_timeout, value: "'30'"}
rationale: |
  celery kills a child that does not report within worker_proc_alive_timeout (4 s) and forks another. Many children that
  share little CPU are all late, so they are killed and forked for ever; the worker answers pings and does no task.
  Starting 16 children took 3.9 s at 500m where 64 took 7.8 s.
references:
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#worker-proc-alive-timeout
  - https://github.com/celery/celery/issues/9781
examples:
  invalid:
    - name: twenty children on half a core
      line: 8
      message: 20 celery processes start on 500m CPU
      recommendation: "--concurrency=1"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=20]
              resources: {limits: {cpu: 500m, memory: 4Gi}}
  valid:
    - name: few children
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=4]
              resources: {limits: {cpu: 500m, memory: 1Gi}}
    - name: no limit slows the start
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=20]
              resources: {requests: {cpu: 500m, memory: 4Gi}}
`],["cpu/container-workers-exceed-cpu.yaml",`id: container-workers-exceed-cpu
title: All servers of a container fit its CPU together
severity: warning
confidence: practice
scope: container
params: {perCore: 2, plus: 1}
variables:
  - {name: cpu, expression: "(container.limits.cpu != null ? container.limits.cpu : 2 * container.requests.cpu) / 1000.0"}
  - {name: ceiling, expression: "max(1, floor(params.perCore * variables.cpu) + params.plus)"}
matchConditions:
  - {name: several, expression: container.servers > 1}
validations:
  - expression: container.workingProcesses <= max(container.servers, variables.ceiling)
    messageExpression: "'%d servers of this container start %d processes on %s CPU; at most %d can run well'.format([container.servers, container.workingProcesses, numberText(variables.cpu), variables.ceiling])"
    target: container.name
rationale: |
  Each server alone may fit while all of them together do not: a web server with three workers beside a queue worker with
  four on one core is seven processes on one core, in one memory limit and one quota. Containers of their own can be
  sized, scaled and restarted one by one.
references:
  - https://gunicorn.org/design/#how-many-workers
  - https://docs.docker.com/engine/containers/multi-service_container/
examples:
  invalid:
    - name: a web server and a queue worker
      line: 7
      message: 2 servers of this container start 7 processes on 1 CPU
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [sh, -c, "celery -A shop worker -c 4 & exec gunicorn shop.wsgi -w 3"]
              resources: {limits: {cpu: "1", memory: 1Gi}}
  valid:
    - name: they fit together
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [sh, -c, "celery -A shop worker -c 1 & exec gunicorn shop.wsgi -w 2"]
              resources: {limits: {cpu: "1", memory: 1Gi}}
    - name: one of them is not known
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [sh, -c, "celery -A shop worker & exec gunicorn shop.wsgi -w 3"]
              resources: {limits: {cpu: "1", memory: 1Gi}}
`],["cpu/cpu-limit-burst.yaml",`id: cpu-limit-burst
title: A CPU quota lasts longer than a moment
severity: info
confidence: heuristic
roles: [web, worker]
matchConditions:
  - {name: limited, expression: sizing.cpuIsLimit}
  - {name: below-one-core, expression: sizing.cpu < 1}
validations:
  - expression: process.processes < 4
    messageExpression: "'%d busy processes use up the quota of %s in %d ms of every 100 ms and stand still for the rest; want fewer processes or no CPU limit'.format([process.processes, sizing.cpuText, round(100 * sizing.cpu / process.processes)])"
    target: process.processes
    recommendation: sizing.recommended.processes
rationale: |
  A CPU limit is a quota for every 100 ms. n busy processes use it n times as fast and then all of them stand still.
  Measured at 500m: with one worker the 95th percentile is 149 ms, with sixteen 266 ms, at the same throughput. A request
  without a limit, or a limit of whole cores, removes the effect.
references:
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run
  - https://docs.kernel.org/scheduler/sched-bwc.html
examples:
  invalid:
    - name: four processes on half a core
      line: 8
      message: 4 busy processes use up the quota of 500m in 13 ms
      recommendation: "--workers=2"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
              resources: {limits: {cpu: 500m, memory: 1Gi}}
  valid:
    - name: two processes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              resources: {limits: {cpu: 500m, memory: 1Gi}}
    - name: no limit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
              resources: {requests: {cpu: 500m, memory: 1Gi}}
`],["cpu/cpu-request-missing.yaml",`id: cpu-request-missing
title: Containers request CPU
severity: warning
confidence: practice
scope: container
matchConditions:
  - {name: serves, expression: "container.role != 'initContainer' && container.servers > 0"}
  - {name: complete, expression: "!workload.isTemplate"}
validations:
  - expression: container.requests.cpu != null || container.limits.cpu != null
    message: no CPU is requested, so under load the container gets what its neighbours leave; want requests.cpu
    target: container.resources.requests.cpu
rationale: |
  The request is what the scheduler reserves and what a container gets when the node is busy. Measured beside a neighbour
  that requests 1500m: with a request of 500m the server keeps half a core, without one it serves no request at all.
  Autoscaling on CPU utilisation does nothing for a pod without it.
references:
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
examples:
  invalid:
    - name: only memory is requested
      line: 10
      message: no CPU is requested
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              resources:
                requests:
                  memory: 512Mi
  valid:
    - name: a request
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              resources: {requests: {cpu: 500m}}
    - name: a limit is a request too
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              resources: {limits: {cpu: 500m}}
    - name: a namespace gives defaults
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          namespace: shop
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
        ---
        apiVersion: v1
        kind: LimitRange
        metadata: {name: defaults, namespace: shop}
        spec:
          limits: [{type: Container, defaultRequest: {cpu: 250m}}]
`],["cpu/downward-api-divisor.yaml",`id: downward-api-divisor
title: A number of workers is counted in cores
severity: error
confidence: fact
each: container.downwardVariables
matchConditions:
  - {name: cpu, expression: "each.resource in ['limits.cpu', 'requests.cpu']"}
  - {name: thousandths, expression: "!(each.divisor in ['1', '0'])"}
  - {name: used, expression: each.name in process.variablesInUse}
  - {name: counts, expression: "each.name.looksLike('*CONCURRENCY*') || each.name.looksLike('*WORKERS*') || each.name.looksLike('*PROCESSES*') || each.name.looksLike('*THREADS*')"}
validations:
  - expression: each.value == null || each.value <= 64
    messageExpression: "'%s is %d, because its divisor is %s; want divisor 1, which gives whole cores'.format([each.name, each.value, each.divisor])"
    target: "env.{each.name}"
rationale: |
  The value of a resourceFieldRef is the amount divided by the divisor, rounded up. Of cores the API server takes
  the divisors 1, which is the default, and 1m, which makes 1500 of one and a half cores: a server that reads it as a number of workers tries to start 1500 processes.
references:
  - https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/resource-field-selector/
  - https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/api/v1/resource/helpers.go#L105-L149
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/core/validation/validation.go#L2971-L2995
examples:
  invalid:
    - name: millicores as workers
      line: 10
      message: "WEB_CONCURRENCY is 1500, because its divisor is 1m"
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
                  valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1m}}
              resources: {limits: {cpu: 1500m}}
  valid:
    - name: whole cores
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
                  valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: "1"}}
              resources: {limits: {cpu: 1500m}}
    - name: whole cores of a large container
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
                  valueFrom: {resourceFieldRef: {resource: limits.cpu}}
              resources: {limits: {cpu: "96"}}
    - name: millicores that are no number of workers
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [sh, -c, "exec gunicorn shop.wsgi -w 2 --statsd-prefix=cpu$CPU_MILLIS"]
              env:
                - name: CPU_MILLIS
                  valueFrom: {resourceFieldRef: {resource: limits.cpu, divisor: 1m}}
              resources: {limits: {cpu: 1500m}}
`],["cpu/downward-api-limit-unset.yaml",`id: downward-api-limit-unset
title: A variable made from a limit has a limit to show
severity: error
confidence: fact
each: container.downwardVariables
matchConditions:
  - {name: from-a-limit, expression: "each.resource in ['limits.cpu', 'limits.memory']"}
  - {name: used, expression: each.name in process.variablesInUse}
validations:
  - expression: "(each.resource == 'limits.cpu' ? container.limits.cpu : container.limits.memory) != null"
    messageExpression: "'%s is %s, which is not set, so it shows all that the node can allocate; want %s, or a limit'.format([each.name, each.resource, each.resource.replaceFirst('limits', 'requests')])"
    target: "env.{each.name}"
rationale: |
  When neither the container nor its pod has the limit, the downward API does not leave the variable empty: it shows what
  the node can allocate. A limit of 0 counts as none. A LimitRange of the namespace may set one. A server that takes its number of workers from it starts 64 of them on a 64-core node, and the same manifest behaves
  differently on every node.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
  - https://kubernetes.io/docs/tasks/inject-data-application/environment-variable-expose-pod-information/
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/kubelet/kubelet_resources.go#L39-L76
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/api/v1/resource/helpers.go#L187-L204
examples:
  invalid:
    - name: workers from a CPU limit that is not there
      line: 10
      message: "WEB_CONCURRENCY is limits.cpu, which is not set"
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
                  valueFrom: {resourceFieldRef: {resource: limits.cpu}}
              resources: {requests: {cpu: 500m}}
  valid:
    - name: the limit is set
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
                  valueFrom: {resourceFieldRef: {resource: limits.cpu}}
              resources: {limits: {cpu: "2"}}
    - name: a request has no such fallback
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
                  valueFrom: {resourceFieldRef: {resource: requests.cpu}}
              resources: {requests: {cpu: "2"}}
    - name: nothing that counts workers reads it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              env:
                - name: NODE_MEMORY
                  valueFrom: {resourceFieldRef: {resource: limits.memory}}
`],["cpu/downward-api-resize.yaml",`id: downward-api-resize
title: A number of workers follows a resize of the CPU
severity: info
confidence: fact
each: container.downwardVariables
matchConditions:
  - {name: cpu, expression: "each.resource in ['limits.cpu', 'requests.cpu']"}
  - {name: used, expression: each.name in process.variablesInUse}
validations:
  - expression: "!container.resizesCpuInPlace"
    messageExpression: "'%s keeps its value when the CPU is resized without a restart; want restartPolicy RestartContainer for cpu'.format([each.name])"
    target: "env.{each.name}"
rationale: |
  Variables are set when a container starts. With resizePolicy NotRequired the kubelet changes the CPU of the running
  container, and the server keeps the number of workers that fitted the old amount until something else restarts it.
references:
  - https://kubernetes.io/docs/tasks/configure-pod-container/resize-container-resources/
  - https://kubernetes.io/docs/concepts/workloads/pods/downward-api/
examples:
  invalid:
    - name: a resize without a restart
      line: 10
      message: WEB_CONCURRENCY keeps its value when the CPU is resized
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
                  valueFrom: {resourceFieldRef: {resource: limits.cpu}}
              resizePolicy: [{resourceName: cpu, restartPolicy: NotRequired}]
              resources: {limits: {cpu: "2"}}
  valid:
    - name: the container restarts
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
                  valueFrom: {resourceFieldRef: {resource: limits.cpu}}
              resizePolicy: [{resourceName: cpu, restartPolicy: RestartContainer}]
              resources: {limits: {cpu: "2"}}
    - name: only memory is resized in place
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
                  valueFrom: {resourceFieldRef: {resource: limits.cpu}}
              resizePolicy: [{resourceName: memory, restartPolicy: NotRequired}]
              resources: {limits: {cpu: "2"}}
`],["cpu/event-loop-workers-exceed-cpu.yaml",`id: event-loop-workers-exceed-cpu
title: Event loops fit the CPU
severity: warning
confidence: practice
programs: [gunicorn, uvicorn, fastapi, hypercorn, granian]
roles: [web]
params: {perCore: 1}
variables:
  - {name: ceiling, expression: "max(1, ceil(params.perCore * sizing.cpu))"}
matchConditions:
  - {name: event-loops, expression: "process.concurrency == 'eventLoop'"}
  - {name: counted, expression: "!has(settings.reload) || settings.reload == false"}
validations:
  - expression: process.processes <= variables.ceiling || process.processes <= 2
    messageExpression: "'%d event loops of %s share %s CPU; one for each core is all that can run: want %d'.format([process.processes, process.program, sizing.cpuText, sizing.recommended.processes])"
    target: process.processes
    recommendation: sizing.recommended.processes
    alternatives:
      - {field: container.resources.limits.cpu, value: "cpuText(process.processes * 1000)"}
    related:
      - {target: container.resources.limits.cpu, message: "'limits.cpu is %s here'.format([sizing.cpuText])"}
rationale: |
  An event loop serves many requests at once and keeps a core busy by itself, so more loops than cores only burn the CPU
  quota sooner in every 100 ms and cost memory: each worker loads the whole application. The documentation of FastAPI,
  uvicorn and granian asks for one process in a container and replicas for the rest. Two are always accepted, as a spare
  while one restarts.
references:
  - https://fastapi.tiangolo.com/deployment/docker/#replication-number-of-processes
  - https://www.uvicorn.org/deployment/
  - https://github.com/emmett-framework/granian#workers-and-threads
examples:
  invalid:
    - name: eight loops on one core
      line: 8
      message: 8 event loops of uvicorn share 1 CPU
      recommendation: "--workers=1"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --host=0.0.0.0, --workers=8]
              resources: {limits: {cpu: "1", memory: 1Gi}}
    - name: "gunicorn with uvicorn's workers"
      line: 8
      message: 9 event loops of gunicorn share 1 CPU
      recommendation: "--workers=1"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, "shop:app", -k, uvicorn_worker.UvicornWorker, -w, "9"]
              resources: {limits: {cpu: "1", memory: 1Gi}}
  valid:
    - name: one for each core
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --workers=4]
              resources: {limits: {cpu: "4", memory: 2Gi}}
    - name: a spare on less than one core
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --workers=2]
              resources: {limits: {cpu: 500m, memory: 1Gi}}
    - name: nothing to size by
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --workers=8]
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
  gunicorn's own rule is 2 \xD7 cores + 1, and the cores that count are the container's. More processes only burn the CPU
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
    - name: 2 \xD7 1 + 1 workers on one core
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
`],["cpu/queue-processes-exceed-cpu.yaml",`id: queue-processes-exceed-cpu
title: Processes of a queue worker fit the CPU
severity: warning
confidence: heuristic
programs: [dramatiq, rq, huey]
roles: [worker]
matchConditions:
  - {name: computes, expression: "sizing.profile == 'cpu'"}
validations:
  - expression: process.processes <= max(1, ceil(sizing.cpu))
    messageExpression: "'%d processes of %s share %s CPU; tasks that compute want at most %d'.format([process.processes, process.program, sizing.cpuText, max(1, ceil(sizing.cpu))])"
    target: process.processes
    recommendation: sizing.recommended.processes
    alternatives:
      - {field: container.resources.limits.cpu, value: "cpuText(process.processes * 1000)"}
rationale: |
  Tasks that compute gain nothing from more processes than cores: measured with celery at 500m, 1 to 8 processes finish
  the same number of tasks a second while each task takes longer and each process costs memory. Tasks that wait do gain;
  say so with \`workerlint.dev/profile: io\`.
references:
  - https://dramatiq.io/guide.html
  - https://python-rq.org/docs/workers/
  - https://huey.readthedocs.io/en/latest/consumer.html
examples:
  invalid:
    - name: eight processes on one core
      line: 8
      message: 8 processes of dramatiq share 1 CPU
      recommendation: "--processes=1"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [dramatiq, shop.tasks, --processes=8]
              resources: {limits: {cpu: "1", memory: 4Gi}}
  valid:
    - name: one for each core
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [dramatiq, shop.tasks, --processes=2]
              resources: {limits: {cpu: "2", memory: 4Gi}}
    - name: threads of huey
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [huey_consumer, shop.huey, --workers=8]
              resources: {limits: {cpu: "1", memory: 1Gi}}
`],["cpu/single-process-wastes-cpu.yaml",`id: single-process-wastes-cpu
title: Requested cores have processes to run on them
severity: warning
confidence: fact
roles: [web, worker]
programs: [gunicorn, celery, uvicorn, fastapi, hypercorn, waitress, daphne, huey]
matchConditions:
  - {name: certain, expression: "!process.conditional && container.servers == 1"}
validations:
  - expression: process.processes > 1 || container.requests.cpu == null || container.requests.cpu < 2000
    messageExpression: "'one process of %s runs on one core at a time, and %s CPU are requested; want %d processes or requests.cpu 1'.format([process.program, cpuText(container.requests.cpu), floor(container.requests.cpu / 1000)])"
    target: process.processes
    recommendation:
      target: process.processes
      value: floor(container.requests.cpu / 1000)
      derivation:
        - {term: "'requests.cpu'", value: cpuText(container.requests.cpu)}
        - {term: "'processes: one for each whole core'", value: numberText(floor(container.requests.cpu / 1000))}
    alternatives:
      - {field: container.resources.requests.cpu, value: "'1'"}
    related:
      - {target: container.resources.requests.cpu, message: "'requests.cpu is %s here'.format([cpuText(container.requests.cpu)])"}
rationale: |
  One Python process runs Python code on one core at a time, however many threads it has: measured with a limit of two
  cores, one process with 1 to 32 threads serves 46 requests a second, two processes serve 93. Cores that are requested
  beyond the first are reserved and paid for, and idle.
references:
  - https://docs.python.org/3/glossary.html#term-global-interpreter-lock
  - https://gunicorn.org/design/#how-many-workers
examples:
  invalid:
    - name: one worker with threads on four cores
      line: 8
      message: "one process of gunicorn runs on one core at a time, and 4 CPU are requested"
      recommendation: "--workers=4"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=8]
              resources: {requests: {cpu: "4", memory: 1Gi}}
    - name: a solo pool
      line: 8
      message: one process of celery runs on one core
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --pool=solo]
              resources: {requests: {cpu: "2", memory: 1Gi}}
  valid:
    - name: a process for each core
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
              resources: {requests: {cpu: "4", memory: 1Gi}}
    - name: a limit reserves nothing
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=8]
              resources: {requests: {cpu: "1", memory: 1Gi}, limits: {cpu: "4", memory: 1Gi}}
    - name: two processes in the container
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [sh, -c, "gunicorn shop.wsgi & exec gunicorn admin.wsgi -b :8001"]
              resources: {requests: {cpu: "2"}}
`],["cpu/threads-too-many.yaml",`id: threads-too-many
title: Threads are as many as are measured to help
severity: info
confidence: heuristic
programs: [gunicorn]
params: {most: 32}
matchConditions:
  - {name: threads, expression: "process.concurrency == 'thread'"}
validations:
  - expression: settings.threads <= params.most
    messageExpression: "'%d threads in each worker; want at most %d, or a measurement'.format([settings.threads, params.most])"
    target: settings.threads
    recommendation:
      target: settings.threads
      value: params.most
      derivation:
        - {term: "'threads of one worker at most'", value: numberText(params.most)}
  - expression: "sizing.profile != 'cpu' || settings.threads <= max(2, 4 * ceil(sizing.cpu))"
    messageExpression: "'%d threads in each worker for work that computes on %s CPU; want %d'.format([settings.threads, sizing.cpuText, max(2, 4 * ceil(sizing.cpu))])"
    target: settings.threads
    recommendation: max(2, 4 * ceil(sizing.cpu))
rationale: |
  Threads help work that waits. Beyond 2 to 4 for each core they help little: with requests that wait 80 % of the time on
  one core, 8, 16 and 32 threads serve 89 requests a second each. For work that computes they only hurt, and every thread
  of a Django application holds a database connection.
references:
  - https://gunicorn.org/reference/settings/#threads
  - https://docs.djangoproject.com/en/stable/ref/databases/#persistent-connections
examples:
  invalid:
    - name: sixty-four threads
      line: 8
      message: 64 threads in each worker; want at most 32
      recommendation: "--threads=32"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=64]
              resources: {limits: {cpu: "1", memory: 1Gi}}
  valid:
    - name: eight
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=8]
              resources: {limits: {cpu: "1", memory: 1Gi}}
    - name: greenlets are no threads
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -k, gevent, --worker-connections=64]
              resources: {limits: {cpu: "1", memory: 1Gi}}
`],["cpu/too-many-workers.yaml",`id: too-many-workers
title: One pod runs a number of workers that one pod is good for
severity: info
confidence: practice
programs: [gunicorn]
params: {most: 12}
matchConditions:
  - {name: synchronous, expression: "settings.worker_class_effective in ['sync', 'gthread']"}
  - {name: not-said-by-the-cpu, expression: "!has(sizing.cpu) || settings.workers <= floor(2 * sizing.cpu) + 1"}
validations:
  - expression: settings.workers <= params.most
    messageExpression: "'%d gunicorn workers in one pod; want at most %d and more replicas'.format([settings.workers, params.most])"
    target: settings.workers
    recommendation:
      target: settings.workers
      value: params.most
      derivation:
        - {term: "'workers of one pod at most'", value: numberText(params.most)}
rationale: |
  gunicorn needs 4 to 12 workers to handle hundreds or thousands of requests a second. Beyond that more pods carry the
  load better than more processes in one: they are spread over nodes, scaled one by one, and an out-of-memory kill of the
  container (all its processes at once since Kubernetes 1.28) costs a smaller share of the capacity.
references:
  - https://gunicorn.org/design/#how-many-workers
  - https://github.com/kubernetes/kubernetes/pull/117793
examples:
  invalid:
    - name: sixteen workers in one pod
      line: 8
      message: 16 gunicorn workers in one pod; want at most 12
      recommendation: "--workers=12"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=16]
              resources: {limits: {cpu: "8", memory: 8Gi}}
  valid:
    - name: twelve
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=12]
              resources: {limits: {cpu: "8", memory: 8Gi}}
    - name: event loops are another matter
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=16, -k, gevent]
              resources: {limits: {cpu: "16", memory: 8Gi}}
`],["cpu/workers-from-node-cpu.yaml",`id: workers-from-node-cpu
title: The number of workers does not depend on the node
severity: error
confidence: fact
matchConditions:
  - {name: not-celery, expression: "process.program != 'celery'"}
  - {name: not-a-missing-limit, expression: "!container.downwardVariables.exists(variable, variable.resource == 'limits.cpu' && variable.value == null && variable.name in process.variablesInUse)"}
validations:
  - expression: "!['workers', 'processes', 'num_workers'].exists(name, name in process.cpuCountSettings)"
    messageExpression: "'the number of workers comes from the CPU count of the node, not from %s CPU of the container; want %d'.format([sizing.cpuText, sizing.recommended.processes])"
    message: the number of workers comes from the CPU count of the node, not from the container; want a fixed number
    target: process.processes
    recommendation: sizing.recommended.processes
rationale: |
  \`nproc\`, \`multiprocessing.cpu_count()\` and \`os.cpu_count()\` see the node: a CPU limit is a quota of time and hides no
  core. Measured with 2 \xD7 cores + 1 workers in a container limited to 500m and 512Mi: on an 8-core node the 17 workers never
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
`],["lifecycle/celery-grace-default.yaml",`id: celery-grace-default
title: The grace period of a queue worker is chosen
severity: info
confidence: heuristic
programs: [celery, dramatiq, rq, huey, arq]
roles: [worker]
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: no-limit, expression: "process.program != 'celery' || (settings.time_limit == null && settings.soft_time_limit == null)"}
validations:
  - expression: pod.terminationGracePeriodSeconds > 30 || pod.terminationGracePeriodIsSet
    messageExpression: "'tasks that run longer than the default grace period of 30 s are killed at every rollout; want terminationGracePeriodSeconds above the longest task of %s'.format([process.program])"
    target: pod.terminationGracePeriodSeconds
rationale: |
  Queue workers finish what they have begun before they end, for as long as the kubelet lets them: 30 s. Rollouts, drained
  nodes and autoscalers end pods all the time. Somebody has to say how long the longest task is.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#stopping-the-worker
examples:
  invalid:
    - name: nothing is said
      line: 8
      message: tasks that run longer than the default grace period of 30 s
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
                  command: [celery, -A, shop, worker, -c, "2"]
  valid:
    - name: it is chosen
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 30
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
    - name: a web server
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
                  command: [gunicorn, shop.wsgi]
`],["lifecycle/control-socket-rofs.yaml",`id: control-socket-rofs
title: gunicorn can write its control socket
severity: info
confidence: practice
programs: [gunicorn]
matchConditions:
  - {name: read-only, expression: "container.readOnlyRootFilesystem && !process.conditional"}
  - {name: default, expression: "!settings.control_socket_disable && origins.control_socket == 'default'"}
validations:
  - expression: "'HOME' in container.variables || 'XDG_RUNTIME_DIR' in container.variables || container.writableMounts.exists(mount, mount.startsWith('/root') || mount.startsWith('/home') || mount.startsWith('/app'))"
    message: "gunicorn 25.1 and later writes a control socket below HOME, which is read-only here; want --no-control-socket"
    target: settings.control_socket_disable
    recommendation:
      target: settings.control_socket_disable
      value: "true"
rationale: |
  Since 25.1 gunicorn opens a control socket below XDG_RUNTIME_DIR or HOME. On a read-only file system it logs an error at
  every start. Older versions do not know the option, so this is for those who have upgraded.
references:
  - https://gunicorn.org/reference/settings/#control_socket
  - https://gunicorn.org/news/
examples:
  invalid:
    - name: a read-only file system
      line: 8
      message: gunicorn 25.1 and later writes a control socket below HOME
      recommendation: "--no-control-socket"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --worker-tmp-dir=/dev/shm]
              securityContext: {readOnlyRootFilesystem: true}
  valid:
    - name: no socket
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --no-control-socket]
              securityContext: {readOnlyRootFilesystem: true}
    - name: a file system that can be written to
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
`],["lifecycle/grace-period-zero.yaml",`id: grace-period-zero
title: Pods are given time to end
severity: warning
confidence: fact
roles: [web, worker]
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
validations:
  - expression: pod.terminationGracePeriodSeconds > 0
    messageExpression: "'a grace period of 0 kills %s at once, with all that it is doing; want 30 or more'.format([process.program])"
    target: pod.terminationGracePeriodSeconds
    recommendation:
      target: pod.terminationGracePeriodSeconds
      value: "60.0"
rationale: |
  With terminationGracePeriodSeconds 0 the pod is removed from the API and its containers are killed without SIGTERM being
  waited for: requests break off and tasks are lost at every rollout.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination-forced
examples:
  invalid:
    - name: no time at all
      line: 8
      message: a grace period of 0 kills gunicorn at once
      recommendation: "terminationGracePeriodSeconds: 60"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 0
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
  valid:
    - name: a minute
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 60
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
    - name: the default
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
                  command: [gunicorn, shop.wsgi]
`],["lifecycle/grace-too-short-celery.yaml",`id: grace-too-short-celery
title: The grace period is long enough for tasks to end
severity: warning
confidence: practice
programs: [celery]
roles: [worker]
variables:
  - {name: longest, expression: "settings.time_limit != null && settings.time_limit > 0 ? settings.time_limit : settings.soft_time_limit + 10"}
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: limited, expression: "(settings.time_limit != null && settings.time_limit > 0) || (settings.soft_time_limit != null && settings.soft_time_limit > 0)"}
validations:
  - expression: pod.terminationGracePeriodSeconds >= variables.longest
    messageExpression: "'tasks may run %d s, and the pod is killed %d s after its shutdown began; want a grace period of %d s'.format([variables.longest, pod.terminationGracePeriodSeconds, container.preStopSeconds + variables.longest + 10])"
    target: pod.terminationGracePeriodSeconds
    recommendation:
      target: pod.terminationGracePeriodSeconds
      value: ceil(container.preStopSeconds + variables.longest + 10)
      derivation:
        - {term: "'longest task (time limit)'", value: "numberText(variables.longest) + ' s'"}
        - {term: "'preStop and margin'", value: "numberText(container.preStopSeconds + 10) + ' s'"}
rationale: |
  On SIGTERM celery stops fetching and waits for running tasks without a limit of its own. What still runs at the end of
  the grace period is killed: with early acknowledgement the task is lost, with acks_late it runs again after the
  visibility timeout. Measured with tasks longer than the grace period: four lost and four stuck for an hour.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#stopping-the-worker
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
examples:
  invalid:
    - name: five minutes against thirty seconds
      line: 8
      message: "tasks may run 300 s, and the pod is killed 30 s"
      recommendation: "terminationGracePeriodSeconds: 310"
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
                  command: [celery, -A, shop, worker, -c, "2", --time-limit=300]
  valid:
    - name: time for the longest task
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 310
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", --time-limit=300]
    - name: short tasks
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
                  command: [celery, -A, shop, worker, -c, "2", --time-limit=25]
`],["lifecycle/grace-too-short-dramatiq.yaml",`id: grace-too-short-dramatiq
title: dramatiq ends its tasks within the grace period
severity: warning
confidence: practice
programs: [dramatiq]
roles: [worker]
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: chosen, expression: "origins.worker_shutdown_timeout != 'default' || pod.terminationGracePeriodIsSet"}
validations:
  - expression: settings.worker_shutdown_timeout <= pod.terminationGracePeriodSeconds * 1000
    messageExpression: "'dramatiq waits %d s for its tasks and the pod is killed after %d s; want a grace period of %d s'.format([settings.worker_shutdown_timeout / 1000, pod.terminationGracePeriodSeconds, ceil(settings.worker_shutdown_timeout / 1000) + 5])"
    target: pod.terminationGracePeriodSeconds
    recommendation: ceil(settings.worker_shutdown_timeout / 1000) + 5
    alternatives:
      - {field: settings.worker_shutdown_timeout, value: "numberText((pod.terminationGracePeriodSeconds - 5) * 1000)"}
rationale: |
  dramatiq raises Shutdown in the tasks that are left only after worker-shutdown-timeout, 10 minutes unless it is set, so
  that they can be queued again. A pod that is killed before has tasks that never hear of it.
references:
  - https://dramatiq.io/advanced.html
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
examples:
  invalid:
    - name: two minutes against one
      line: 8
      message: dramatiq waits 120 s for its tasks
      recommendation: "terminationGracePeriodSeconds: 125"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 60
              containers:
                - name: worker
                  command: [dramatiq, shop.tasks, --processes=2, --worker-shutdown-timeout=120000]
  valid:
    - name: time enough
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 60
              containers:
                - name: worker
                  command: [dramatiq, shop.tasks, --processes=2, --worker-shutdown-timeout=50000]
    - name: nobody has chosen anything
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
                  command: [dramatiq, shop.tasks, --processes=2]
`],["lifecycle/grace-too-short-web.yaml",`id: grace-too-short-web
title: The grace period is long enough for requests to end
severity: warning
confidence: fact
programs: [gunicorn, hypercorn]
roles: [web]
variables:
  - {name: need, expression: "container.preStopSeconds + settings.graceful_timeout"}
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: hook-ends-in-time, expression: container.preStopSeconds < pod.terminationGracePeriodSeconds}
  - {name: grace, expression: pod.terminationGracePeriodSeconds > 0}
validations:
  - expression: pod.terminationGracePeriodSeconds >= variables.need
    messageExpression: "'the grace period of %d s ends before %d s of preStop and %d s of graceful-timeout; want at least %d'.format([pod.terminationGracePeriodSeconds, container.preStopSeconds, settings.graceful_timeout, variables.need + 5])"
    target: pod.terminationGracePeriodSeconds
    recommendation:
      target: pod.terminationGracePeriodSeconds
      value: variables.need + 5
      derivation:
        - {term: "'preStop'", value: "numberText(container.preStopSeconds) + ' s'"}
        - {term: "'graceful_timeout'", value: "numberText(settings.graceful_timeout) + ' s'"}
        - {term: "'margin'", value: "'5 s'"}
    alternatives:
      - {field: settings.graceful_timeout, value: "numberText(max(1, pod.terminationGracePeriodSeconds - container.preStopSeconds - 5))"}
rationale: |
  The grace period (30 s unless it is set) counts from the start of the preStop hook. When it ends, everything in the
  container is killed, also requests that gunicorn would have waited for.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
  - https://gunicorn.org/reference/settings/#graceful_timeout
examples:
  invalid:
    - name: a hook and a long timeout
      line: 8
      message: the grace period of 45 s ends before 10 s of preStop and 60 s of graceful-timeout
      recommendation: "terminationGracePeriodSeconds: 75"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 45
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --graceful-timeout=60]
                  lifecycle: {preStop: {sleep: {seconds: 10}}}
  valid:
    - name: enough for both
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 75
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --graceful-timeout=60]
                  lifecycle: {preStop: {sleep: {seconds: 10}}}
    - name: both defaults are 30 s
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
                  command: [gunicorn, shop.wsgi]
    - name: a hook whose length is not known
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
                  command: [gunicorn, shop.wsgi]
                  lifecycle: {preStop: {exec: {command: [/drain.sh]}}}
`],["lifecycle/grace-without-margin.yaml",`id: grace-without-margin
title: The grace period leaves time to end
severity: info
confidence: heuristic
programs: [gunicorn]
roles: [web]
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: enough-otherwise, expression: "pod.terminationGracePeriodSeconds >= container.preStopSeconds + settings.graceful_timeout"}
validations:
  - expression: pod.terminationGracePeriodSeconds >= container.preStopSeconds + settings.graceful_timeout + 2
    messageExpression: "'the grace period of %d s leaves nothing after preStop and graceful-timeout; want %d'.format([pod.terminationGracePeriodSeconds, container.preStopSeconds + settings.graceful_timeout + 5])"
    target: pod.terminationGracePeriodSeconds
    recommendation: container.preStopSeconds + settings.graceful_timeout + 5
rationale: |
  gunicorn kills the workers that are left at the end of graceful_timeout and then ends. When the kubelet kills at the
  same second, logs are cut and hooks on exit do not run. gunicorn's and Kubernetes' defaults are both 30 s.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
  - https://gunicorn.org/reference/settings/#graceful_timeout
examples:
  invalid:
    - name: both defaults
      line: 8
      message: the grace period of 30 s leaves nothing
      recommendation: "terminationGracePeriodSeconds: 35"
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
                  command: [gunicorn, shop.wsgi]
  valid:
    - name: five seconds more
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 35
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
    - name: a shorter timeout
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
                  command: [gunicorn, shop.wsgi, --graceful-timeout=20]
`],["lifecycle/init-kills-children.yaml",`id: init-kills-children
title: "celery's children outlive the signal to their parent"
severity: error
confidence: fact
programs: [celery]
roles: [worker]
matchConditions:
  - {name: processes, expression: "settings.pool_effective == 'prefork'"}
  - {name: certain, expression: "!process.conditional"}
validations:
  - expression: "!process.signalsGroup"
    messageExpression: "'%s sends SIGTERM to the children of celery too, which end in the middle of their tasks; want %s'.format([process.via.filter(label, label in ['dumb-init', 'tini', 'tini-static'])[0], 'dumb-init' in process.via ? 'dumb-init --single-child' : 'tini without -g'])"
    target: process.command
rationale: |
  On SIGTERM the parent of celery waits for its children to finish their tasks. When the init process signals the whole
  group, the children get SIGTERM themselves and end at once: their signal handler is the system's. Verified with celery
  5.6.3 and two tasks of 8 s: under dumb-init 1.2.5 and \`tini -g\` (0.19.0) both fail after a second with "WorkerLostError:
  Worker exited prematurely: signal 15"; under \`dumb-init --single-child\`, DUMB_INIT_SETSID=0 and plain tini both end.
  gunicorn is not concerned: its workers end the request on SIGTERM.
references:
  - https://github.com/celery/celery/blob/v5.6.3/celery/concurrency/prefork.py
  - https://github.com/Yelp/dumb-init/tree/v1.2.5#session-behavior
  - https://github.com/krallin/tini/tree/v0.19.0#process-group-killing
  - https://github.com/celery/celery/issues/4795
examples:
  invalid:
    - name: dumb-init in front of celery
      line: 8
      message: dumb-init sends SIGTERM to the children of celery too
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [dumb-init, celery, -A, shop, worker, -c, "2"]
    - name: tini that signals the group
      line: 8
      message: tini sends SIGTERM to the children of celery too
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [tini, -g, --, celery, -A, shop, worker, -c, "2"]
    - name: the static build of tini
      line: 8
      message: tini-static sends SIGTERM to the children of celery too
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [tini-static, -g, --, celery, -A, shop, worker, -c, "2"]
  valid:
    - name: one child is signalled
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [dumb-init, --single-child, celery, -A, shop, worker, -c, "2"]
    - name: tini signals its child only
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [tini, --, celery, -A, shop, worker, -c, "2"]
    - name: the session is left alone
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [dumb-init, celery, -A, shop, worker, -c, "2"]
              env: [{name: DUMB_INIT_SETSID, value: "0"}]
`],["lifecycle/missing-exec.yaml",`id: missing-exec
title: The server receives SIGTERM
severity: warning
confidence: fact
roles: [web, worker]
matchConditions:
  - {name: own-process-namespace, expression: "!pod.shareProcessNamespace"}
  - {name: certain, expression: "!process.conditional"}
validations:
  - expression: process.termination != 'lost' || !process.isLast
    messageExpression: "'a shell is PID 1 and keeps SIGTERM from %s, which is killed at the end of the grace period; want exec %s'.format([process.program, process.program])"
    target: process.exec
    recommendation:
      target: process.exec
      value: "'exec ' + process.program"
  - expression: process.termination != 'lost' || process.isLast
    messageExpression: "'a shell is PID 1 and keeps SIGTERM from %s, which runs beside or before other commands and is killed at the end of the grace period; want a container of its own'.format([process.program])"
    target: process.command
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
`],["lifecycle/prestop-longer-than-grace.yaml",`id: prestop-longer-than-grace
title: The preStop hook ends within the grace period
severity: warning
confidence: fact
roles: [web, worker]
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: hook, expression: "container.preStop != 'none'"}
validations:
  - expression: container.preStopSeconds < pod.terminationGracePeriodSeconds
    messageExpression: "'preStop takes %d s of a grace period of %d s, so %s is killed without a chance to end; want a grace period of %d'.format([container.preStopSeconds, pod.terminationGracePeriodSeconds, process.program, container.preStopSeconds + 35])"
    target: pod.terminationGracePeriodSeconds
    recommendation:
      target: pod.terminationGracePeriodSeconds
      value: container.preStopSeconds + 35
      derivation:
        - {term: "'preStop'", value: "numberText(container.preStopSeconds) + ' s'"}
        - {term: "'time to end'", value: "'35 s'"}
rationale: |
  SIGTERM is sent after the hook has ended, and the hook counts against the grace period. A hook that uses it all leaves
  two seconds once, then everything is killed.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
  - https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
examples:
  invalid:
    - name: a long sleep
      line: 8
      message: preStop takes 60 s of a grace period of 30 s
      recommendation: "terminationGracePeriodSeconds: 95"
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
                  command: [gunicorn, shop.wsgi]
                  lifecycle: {preStop: {exec: {command: [sh, -c, sleep 60]}}}
  valid:
    - name: a short sleep
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
                  command: [gunicorn, shop.wsgi]
                  lifecycle: {preStop: {exec: {command: [sh, -c, sleep 10]}}}
    - name: a long sleep in a longer period
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 95
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  lifecycle: {preStop: {exec: {command: [sh, -c, sleep 60]}}}
`],["lifecycle/prestop-missing.yaml",`id: prestop-missing
title: Pods leave the Service before they stop
severity: info
confidence: practice
roles: [web]
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: behind-a-service, expression: workload.hasService}
  - {name: rolls-out, expression: "workload.kind in ['Deployment', 'StatefulSet', 'Rollout'] && workload.strategy != 'Recreate'"}
validations:
  - expression: "container.preStop != 'none'"
    messageExpression: "'%s closes its port at SIGTERM while the Service still sends requests; want a preStop sleep of 5 to 15 s'.format([process.program])"
    target: container.lifecycle.preStop.sleep.seconds
    recommendation:
      target: container.lifecycle.preStop.sleep.seconds
      value: "10.0"
      derivation:
        - {term: "'seconds until every node knows'", value: "'10'"}
rationale: |
  Endpoints are removed on all nodes while SIGTERM is already sent. gunicorn closes its listener first, so connections of
  the next seconds are refused: measured, a connection after SIGTERM gets no answer. A short sleep in preStop lets the
  news spread. The sleep action needs Kubernetes 1.30.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
  - https://kubernetes.io/docs/concepts/containers/container-lifecycle-hooks/
examples:
  invalid:
    - name: behind a Service
      line: 10
      message: gunicorn closes its port at SIGTERM
      recommendation: "lifecycle.preStop.sleep.seconds: 10"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
  valid:
    - name: it sleeps
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
                  lifecycle: {preStop: {sleep: {seconds: 10}}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: no Service
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
`],["lifecycle/readonly-rootfs-tmp.yaml",`id: readonly-rootfs-tmp
title: gunicorn can write its heartbeats
severity: error
confidence: fact
programs: [gunicorn]
matchConditions:
  - {name: certain, expression: "!process.conditional && container.role != 'initContainer'"}
  - {name: known, expression: "settings.worker_tmp_dir == null"}
validations:
  - expression: container.canWriteTemporary
    message: gunicorn needs a folder for temporary files and the root file system is read-only; want --worker-tmp-dir=/dev/shm, or a volume at /tmp
    target: settings.worker_tmp_dir
    recommendation:
      target: settings.worker_tmp_dir
      value: "'/dev/shm'"
rationale: |
  Each worker makes a temporary file for its heartbeat, in the first of TMPDIR, /tmp, /var/tmp, /usr/tmp and the working
  directory that can be written to. When there is none, Python raises "No usable temporary directory found" and no worker
  starts (verified with gunicorn 26.2.0 on a read-only file system). /dev/shm stays writable.
references:
  - https://gunicorn.org/reference/settings/#worker_tmp_dir
  - https://docs.python.org/3/library/tempfile.html#tempfile.gettempdir
examples:
  invalid:
    - name: no folder to write to
      line: 8
      message: gunicorn needs a folder for temporary files
      recommendation: "--worker-tmp-dir=/dev/shm"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              securityContext: {readOnlyRootFilesystem: true}
  valid:
    - name: /dev/shm
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --worker-tmp-dir=/dev/shm]
              securityContext: {readOnlyRootFilesystem: true}
    - name: a volume at /tmp
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes: [{name: tmp, emptyDir: {}}]
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              securityContext: {readOnlyRootFilesystem: true}
              volumeMounts: [{name: tmp, mountPath: /tmp}]
    - name: a volume that may be the working directory
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes: [{name: home, emptyDir: {}}]
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              securityContext: {readOnlyRootFilesystem: true}
              volumeMounts: [{name: home, mountPath: /app}]
`],["lifecycle/recreate-web.yaml",`id: recreate-web
title: A rollout leaves pods that serve
severity: info
confidence: heuristic
scope: workload
matchConditions:
  - {name: serves, expression: "workload.kind == 'Deployment' && workload.hasService && 'web' in pod.roles && !('beat' in pod.roles)"}
validations:
  - expression: "workload.strategy != 'Recreate'"
    message: strategy Recreate stops every pod before the first new one starts; want RollingUpdate
    target: workload.spec.strategy.type
rationale: |
  With Recreate a web server answers nothing from the stop of the last old pod until the first new one is ready. A volume
  that only one pod can mount may be the reason; say so in an ignore.
references:
  - https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy
examples:
  invalid:
    - name: a web server that is recreated
      line: 7
      message: strategy Recreate stops every pod
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          strategy:
            type: Recreate
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
  valid:
    - name: the default
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: beat has to be recreated
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: beat
        spec:
          strategy: {type: Recreate}
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
`],["lifecycle/remap-without-soft-shutdown.yaml",`id: remap-without-soft-shutdown
title: A cold shutdown is a soft one
severity: warning
confidence: practice
programs: [celery]
roles: [worker]
matchConditions:
  - {name: remapped, expression: "'REMAP_SIGTERM' in container.values && container.values.REMAP_SIGTERM == 'SIGQUIT'"}
validations:
  - expression: "container.variables.exists(name, name.contains('SOFT_SHUTDOWN'))"
    message: REMAP_SIGTERM=SIGQUIT cancels running tasks at once; want worker_soft_shutdown_timeout in the application, or no remap
    target: env.REMAP_SIGTERM
rationale: |
  With REMAP_SIGTERM=SIGQUIT the kubelet's SIGTERM is a cold shutdown: celery cancels its tasks instead of waiting for
  them. Since 5.5 worker_soft_shutdown_timeout gives them time first; its default is 0. When your application sets it,
  ignore this with that reason.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#soft-shutdown
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#worker-soft-shutdown-timeout
examples:
  invalid:
    - name: remapped
      line: 11
      message: "REMAP_SIGTERM=SIGQUIT cancels running tasks at once"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env:
                - name: REMAP_SIGTERM
                  value: SIGQUIT
  valid:
    - name: a soft shutdown is set
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env:
                - {name: REMAP_SIGTERM, value: SIGQUIT}
                - {name: CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT, value: "25"}
    - name: the warm shutdown
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
`],["lifecycle/request-longer-than-grace.yaml",`id: request-longer-than-grace
title: Requests that are allowed are allowed to end
severity: info
confidence: practice
programs: [gunicorn]
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: synchronous, expression: "settings.worker_class_effective == 'sync'"}
  - {name: chosen, expression: "origins.timeout != 'default'"}
validations:
  - expression: settings.timeout <= settings.graceful_timeout
    messageExpression: "'a request may take %d s, but at shutdown it is cut after %d s; want --graceful-timeout=%d'.format([settings.timeout, settings.graceful_timeout, settings.timeout])"
    target: settings.timeout
    recommendation:
      target: settings.graceful_timeout
      value: settings.timeout
      derivation:
        - {term: "'timeout'", value: "numberText(settings.timeout) + ' s'"}
rationale: |
  timeout says how long a sync worker may be silent, so how long a request may take. At SIGTERM gunicorn waits
  graceful_timeout and then kills the workers: a request that was allowed 120 s is cut after 30. The grace period of the
  pod must follow.
references:
  - https://gunicorn.org/reference/settings/#graceful_timeout
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
examples:
  invalid:
    - name: "two minutes, cut after thirty seconds"
      line: 11
      message: "a request may take 120 s, but at shutdown it is cut after 30 s"
      recommendation: "--graceful-timeout=120"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 150
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --timeout=120]
  valid:
    - name: as long as allowed
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 150
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --timeout=120, --graceful-timeout=120]
    - name: threads have no such limit
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
                  command: [gunicorn, shop.wsgi, --threads=4, --timeout=120]
`],["lifecycle/soft-shutdown-exceeds-grace.yaml",`id: soft-shutdown-exceeds-grace
title: The soft shutdown ends within the grace period
severity: warning
confidence: practice
programs: [celery]
roles: [worker]
matchConditions:
  - {name: given, expression: "'CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT' in container.values"}
validations:
  - expression: double(container.values.CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT) < pod.terminationGracePeriodSeconds
    messageExpression: "'the soft shutdown of %s s ends after the grace period of %d s; want a grace period of %d s'.format([container.values.CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT, pod.terminationGracePeriodSeconds, ceil(double(container.values.CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT)) + 10])"
    target: pod.terminationGracePeriodSeconds
    recommendation: ceil(double(container.values.CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT)) + 10
rationale: |
  The soft shutdown waits for tasks and then gives them back to the broker. When the kubelet kills first, they are neither
  done nor given back: with Redis they return after the visibility timeout of an hour.
references:
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#worker-soft-shutdown-timeout
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
examples:
  invalid:
    - name: a minute against thirty seconds
      line: 6
      message: the soft shutdown of 60 s ends after the grace period of 30 s
      recommendation: "terminationGracePeriodSeconds: 70"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env: [{name: CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT, value: "60"}]
  valid:
    - name: within the period
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env: [{name: CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT, value: "20"}]
    - name: a longer period
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          terminationGracePeriodSeconds: 90
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env: [{name: CELERY_WORKER_SOFT_SHUTDOWN_TIMEOUT, value: "60"}]
`],["lifecycle/uvicorn-graceful-unbounded.yaml",`id: uvicorn-graceful-unbounded
title: uvicorn ends within the grace period
severity: info
confidence: heuristic
programs: [uvicorn]
matchConditions:
  - {name: rolls, expression: "!workload.isBatch && container.role != 'initContainer' && !process.conditional"}
  - {name: behind-a-service, expression: workload.hasService}
validations:
  - expression: settings.timeout_graceful_shutdown != null
    messageExpression: "'uvicorn waits for open connections without a limit, until the pod is killed after %d s; want --timeout-graceful-shutdown=%d'.format([pod.terminationGracePeriodSeconds, max(1, pod.terminationGracePeriodSeconds - 10)])"
    target: settings.timeout_graceful_shutdown
    recommendation: max(1, pod.terminationGracePeriodSeconds - 10)
rationale: |
  At SIGTERM uvicorn waits until every connection is closed; a websocket or a long poll never is. Then the kubelet kills
  it, and what the application does on shutdown is never done.
references:
  - https://www.uvicorn.org/settings/#timeouts
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination
examples:
  invalid:
    - name: no limit
      line: 11
      message: uvicorn waits for open connections without a limit
      recommendation: "--timeout-graceful-shutdown=20"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [uvicorn, "shop:app", --host=0.0.0.0]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
  valid:
    - name: a limit
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [uvicorn, "shop:app", --host=0.0.0.0, --timeout-graceful-shutdown=20]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: nobody connects from outside
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
                  command: [uvicorn, "shop:app"]
`],["lifecycle/uwsgi-die-on-term.yaml",`id: uwsgi-die-on-term
title: uWSGI ends at SIGTERM
severity: warning
confidence: fact
programs: [uwsgi]
matchConditions:
  - {name: certain, expression: "!process.conditional && !workload.isBatch"}
validations:
  - expression: settings.die_on_term
    message: uWSGI before 2.1 reloads at SIGTERM instead of ending, and is killed at the end of the grace period; want die-on-term
    target: settings.die_on_term
    recommendation:
      target: settings.die_on_term
      value: "true"
rationale: |
  Until version 2.1 SIGTERM makes uWSGI reload brutally: it stops its workers and starts new ones, until the grace period
  ends and everything is killed. With die-on-term SIGTERM ends it. An image whose STOPSIGNAL is SIGINT or SIGQUIT does not
  need the option.
references:
  - https://uwsgi-docs.readthedocs.io/en/latest/ThingsToKnow.html
  - https://github.com/unbit/uwsgi/issues/515
examples:
  invalid:
    - name: without the option
      line: 8
      message: uWSGI before 2.1 reloads at SIGTERM
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uwsgi, --http=:8000, --master, --processes=2, --module=shop.wsgi]
  valid:
    - name: with it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uwsgi, --http=:8000, --master, --processes=2, --die-on-term, --module=shop.wsgi]
    - name: gunicorn ends
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
`],["lifecycle/worker-tmp-dir.yaml",`id: worker-tmp-dir
title: "Workers' heartbeats do not wait for a disk"
severity: info
confidence: practice
programs: [gunicorn]
matchConditions:
  - {name: known, expression: "settings.worker_tmp_dir == null"}
  - {name: supervised, expression: settings.timeout > 0}
validations:
  - expression: "container.memoryMounts.exists(mount, mount == '/tmp')"
    message: "heartbeats of workers are files on the disk of the container, where a stall looks like a hang; want --worker-tmp-dir=/dev/shm"
    target: settings.worker_tmp_dir
    recommendation:
      target: settings.worker_tmp_dir
      value: "'/dev/shm'"
rationale: |
  Each worker touches a file to show that it lives. When the disk stalls, so do the workers, and gunicorn kills them:
  measured with a disk frozen for 6 s and a timeout of 3 s, all workers were killed twice; in /dev/shm none was. Every
  container has /dev/shm (64 MiB).
references:
  - https://gunicorn.org/reference/settings/#worker_tmp_dir
  - https://gunicorn.org/faq/#how-do-i-avoid-gunicorn-excessively-blocking-in-osfchmod
  - https://github.com/benoitc/gunicorn/issues/1863
examples:
  invalid:
    - name: on the disk
      line: 8
      message: heartbeats of workers are files on the disk
      recommendation: "--worker-tmp-dir=/dev/shm"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
  valid:
    - name: in memory
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --worker-tmp-dir=/dev/shm]
    - name: /tmp is in memory
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes: [{name: tmp, emptyDir: {medium: Memory, sizeLimit: 64Mi}}]
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              volumeMounts: [{name: tmp, mountPath: /tmp}]
`],["memory/celery-no-recycling.yaml",`id: celery-no-recycling
title: "celery's children are replaced before they grow"
severity: info
confidence: heuristic
programs: [celery]
roles: [worker]
matchConditions:
  - {name: processes, expression: "settings.pool_effective == 'prefork'"}
validations:
  - expression: settings.max_tasks_per_child != null || settings.max_memory_per_child != null
    message: children of celery are never replaced, so what leaks stays; want --max-tasks-per-child or --max-memory-per-child (unless the app sets them)
    target: settings.max_tasks_per_child
rationale: |
  Python rarely gives memory back to the system: a child keeps the size of its largest task. The documentation of celery
  names both options as the remedy for leaks that you have no control over.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#max-tasks-per-child-setting
  - https://docs.celeryq.dev/en/stable/userguide/optimizing.html
examples:
  invalid:
    - name: a worker that lives for ever
      line: 8
      message: children of celery are never replaced
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
  valid:
    - name: replaced after a thousand tasks
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --max-tasks-per-child=1000]
    - name: greenlets have no children
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, gevent, -c, "100"]
`],["memory/jitter-small.yaml",`id: jitter-small
title: The jitter is large enough to spread restarts
severity: info
confidence: heuristic
programs: [gunicorn, hypercorn]
matchConditions:
  - {name: several, expression: settings.workers > 1}
  - {name: restarts, expression: "settings.max_requests != null && settings.max_requests > 0 && settings.max_requests_jitter > 0"}
validations:
  - expression: settings.max_requests_jitter * 20 >= settings.max_requests
    messageExpression: "'a jitter of %d on %d requests leaves the restarts of %d workers close together; want %d'.format([settings.max_requests_jitter, settings.max_requests, settings.workers, max(50, ceil(settings.max_requests / 10))])"
    target: settings.max_requests_jitter
    recommendation: max(50, ceil(settings.max_requests / 10))
rationale: |
  The jitter must outlast the start of a worker. A few requests of many thousand pass in less than a second, and the
  workers restart together in spite of it: with 512 on 10240 four workers of one deployment still met and its probes
  failed.
references:
  - https://gunicorn.org/reference/settings/#max_requests_jitter
  - https://github.com/benoitc/gunicorn/issues/3427
examples:
  invalid:
    - name: ten on ten thousand
      line: 8
      message: a jitter of 10 on 10000 requests
      recommendation: "--max-requests-jitter=1000"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4", --max-requests=10000, --max-requests-jitter=10]
  valid:
    - name: a tenth
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4", --max-requests=1000, --max-requests-jitter=100]
    - name: no restarts at all
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
`],["memory/jitter-without-max-requests.yaml",`id: jitter-without-max-requests
title: A jitter has something to add to
severity: warning
confidence: fact
programs: [gunicorn, hypercorn]
validations:
  - expression: "settings.max_requests_jitter == 0 || (settings.max_requests != null && settings.max_requests > 0)"
    messageExpression: "'max-requests-jitter %d does nothing without max-requests; want --max-requests=%d'.format([settings.max_requests_jitter, settings.max_requests_jitter * 10])"
    target: settings.max_requests_jitter
    recommendation:
      target: settings.max_requests
      value: settings.max_requests_jitter * 10
      derivation:
        - {term: "'max_requests_jitter'", value: numberText(settings.max_requests_jitter)}
        - {term: "'so that the jitter is 10 % of it'", value: numberText(settings.max_requests_jitter * 10)}
rationale: |
  gunicorn adds the jitter to max_requests only when max_requests is greater than 0. Alone it has no effect: no worker
  restarts, and memory that leaks stays.
references:
  - https://gunicorn.org/reference/settings/#max_requests_jitter
  - https://github.com/benoitc/gunicorn/blob/master/gunicorn/workers/base.py
examples:
  invalid:
    - name: jitter alone
      line: 8
      message: max-requests-jitter 50 does nothing without max-requests
      recommendation: "--max-requests=500"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --max-requests-jitter=50]
  valid:
    - name: both
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --max-requests=500, --max-requests-jitter=50]
    - name: neither
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
`],["memory/limit-below-request.yaml",`id: limit-below-request
title: Limits are at least the requests
severity: error
confidence: fact
scope: container
matchConditions:
  - {name: complete, expression: "!workload.isTemplate && container.resourcesSource == 'container'"}
validations:
  - expression: container.limits.cpu == null || container.requests.cpu == null || container.limits.cpu >= container.requests.cpu
    messageExpression: "'limits.cpu %s is less than requests.cpu %s, which the API server refuses; want at least %s'.format([cpuText(container.limits.cpu), cpuText(container.requests.cpu), cpuText(container.requests.cpu)])"
    target: container.resources.limits.cpu
    recommendation: cpuText(container.requests.cpu)
  - expression: container.limits.memory == null || container.requests.memory == null || container.limits.memory >= container.requests.memory
    messageExpression: "'limits.memory %s is less than requests.memory %s, which the API server refuses; want at least %s'.format([memoryText(container.limits.memory), memoryText(container.requests.memory), memoryText(container.requests.memory)])"
    target: container.resources.limits.memory
    recommendation: memoryText(container.requests.memory)
rationale: |
  A request is reserved and a limit is the most that is given, so the API server refuses a limit below the
  request, in a Pod as in the template of a Deployment: nothing of it is applied, and what ran before goes on.
references:
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#requests-and-limits
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/core/validation/validation.go#L7970-L7980
examples:
  invalid:
    - name: a forgotten limit
      line: 12
      message: limits.memory 512Mi is less than requests.memory 1Gi
      recommendation: "resources.limits.memory: 1Gi"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              resources:
                requests: {memory: 1Gi}
                limits:
                  memory: 512Mi
  valid:
    - name: equal
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              resources: {requests: {memory: 1Gi}, limits: {memory: 1024Mi}}
    - name: different units
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              resources: {requests: {cpu: 500m}, limits: {cpu: "1"}}
`],["memory/max-memory-per-child-over-limit.yaml",`id: max-memory-per-child-over-limit
title: "celery's children stop before the container is killed"
severity: warning
confidence: practice
programs: [celery]
roles: [worker]
params: {parentMebibytes: 44}
variables:
  - {name: need, expression: "params.parentMebibytes * 1048576 + process.processes * settings.max_memory_per_child * 1024"}
  - {name: fitting, expression: "floor((0.8 * sizing.memory - params.parentMebibytes * 1048576) / process.processes / 1048576) * 1024"}
matchConditions:
  - {name: set, expression: "settings.max_memory_per_child != null"}
  - {name: processes, expression: "settings.pool_effective == 'prefork'"}
  - {name: certain, expression: "!process.conditional"}
validations:
  - expression: variables.need <= sizing.memory
    messageExpression: "'%d celery %s may grow to %d KiB each, which is %s with their parent; the memory limit is %s: want at most %d'.format([process.processes, process.processes == 1 ? 'process' : 'processes', settings.max_memory_per_child, memoryText(ceil(variables.need / 1048576) * 1048576), sizing.memoryText, variables.fitting])"
    target: settings.max_memory_per_child
    recommendation:
      target: settings.max_memory_per_child
      value: variables.fitting
      derivation:
        - {term: "'limits.memory'", value: sizing.memoryText}
        - {term: "'(80 % \u2212 44Mi of the parent) / %d processes'.format([process.processes])", value: "'%d KiB'.format([variables.fitting])"}
    related:
      - {target: container.resources.limits.memory, message: "'limits.memory is %s here'.format([sizing.memoryText])"}
rationale: |
  After a task celery compares the most memory that the child has had with the limit, and replaces the child then. When the
  children may together grow beyond the limit of the container, the kernel kills first: since Kubernetes 1.28 the whole
  container with every running task. Measured with celery 5.6.3 under a cgroup limit and tasks that leak: one child with
  400000 KiB in 256Mi was killed 3 times in 30 tasks and never replaced, four with 400000 KiB each in 1Gi 9 times in 150
  tasks, four with 200000 KiB not at all (793 MiB at most). The value counts KiB for each child, with the pages that it
  shares with its parent. The sum is therefore the worst case: four children with 100000 KiB each stayed below 350 MiB
  where the sum is 435 MiB.
references:
  - https://docs.celeryq.dev/en/v5.6.3/userguide/configuration.html#worker-max-memory-per-child
  - https://github.com/celery/billiard/blob/v4.3.0rc1/billiard/pool.py
  - https://github.com/celery/billiard/blob/v4.3.0rc1/billiard/compat.py
  - https://github.com/kubernetes/kubernetes/pull/117793
examples:
  invalid:
    - name: four children of 400 MB in 1Gi
      line: 8
      message: 4 celery processes may grow to 400000 KiB each
      recommendation: "--max-memory-per-child=197632"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "4", --max-memory-per-child=400000]
              resources: {limits: {cpu: "4", memory: 1Gi}}
    - name: one child of more than the whole limit
      line: 8
      message: 1 celery process may grow to 400000 KiB each
      recommendation: "--max-memory-per-child=163840"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "1", --max-memory-per-child=400000]
              resources: {limits: {cpu: "1", memory: 256Mi}}
  valid:
    - name: they fit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "4", --max-memory-per-child=200000]
              resources: {limits: {cpu: "4", memory: 1Gi}}
    - name: threads have no children
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, threads, -c, "4", --max-memory-per-child=400000]
              resources: {limits: {cpu: "1", memory: 1Gi}}
`],["memory/max-memory-per-child-too-small.yaml",`id: max-memory-per-child-too-small
title: "The memory of celery's children is counted in KiB"
severity: error
confidence: fact
programs: [celery]
roles: [worker]
params: {leastKibibytes: 20000}
matchConditions:
  - {name: set, expression: "settings.max_memory_per_child != null && settings.max_memory_per_child > 0"}
  - {name: processes, expression: "settings.pool_effective == 'prefork'"}
validations:
  - expression: settings.max_memory_per_child >= params.leastKibibytes
    messageExpression: "'max-memory-per-child %d is KiB, less than an empty Python process needs, so a child ends after every task; want %d for %d MiB'.format([settings.max_memory_per_child, settings.max_memory_per_child * 1024, settings.max_memory_per_child])"
    target: settings.max_memory_per_child
    recommendation:
      target: settings.max_memory_per_child
      value: "settings.max_memory_per_child < 50 ? 204800.0 : settings.max_memory_per_child * 1024"
      derivation:
        - {term: "'KiB for each MiB'", value: "'1024'"}
rationale: |
  The unit is KiB. A celery child without an application measures 37 MiB, so 200 (meant as MiB) is exceeded from the
  start, and celery replaces the child after each task: verified with celery 5.6.3, where four tasks ran in four
  processes. The work still gets done, at the price of a start for each task.
references:
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#worker-max-memory-per-child
  - https://github.com/celery/celery/issues/4125
examples:
  invalid:
    - name: 200 meant as megabytes
      line: 8
      message: max-memory-per-child 200 is KiB
      recommendation: "--max-memory-per-child=204800"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --max-memory-per-child=200]
              resources: {limits: {cpu: "1", memory: 1Gi}}
  valid:
    - name: kibibytes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --max-memory-per-child=204800]
              resources: {limits: {cpu: "1", memory: 1Gi}}
    - name: 0 is no limit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --max-memory-per-child=0]
              resources: {limits: {cpu: "1", memory: 1Gi}}
`],["memory/max-requests-no-jitter.yaml",`id: max-requests-no-jitter
title: Workers do not restart all at once
severity: warning
confidence: practice
programs: [gunicorn, hypercorn]
matchConditions:
  - {name: several, expression: settings.workers > 1}
  - {name: restarts, expression: "settings.max_requests != null && settings.max_requests > 0"}
validations:
  - expression: settings.max_requests_jitter > 0
    messageExpression: "'%d workers restart after %d requests each, all at about the same time; want --max-requests-jitter=%d'.format([settings.workers, settings.max_requests, max(50, ceil(settings.max_requests / 10))])"
    target: settings.max_requests_jitter
    recommendation:
      target: settings.max_requests_jitter
      value: max(50, ceil(settings.max_requests / 10))
      derivation:
        - {term: "'max_requests'", value: numberText(settings.max_requests)}
        - {term: "'10 %, rounded up, at least 50'", value: "numberText(max(50, ceil(settings.max_requests / 10)))"}
rationale: |
  Requests are spread evenly, so workers that start together reach max_requests together, and for the time of an import
  (0.4 to 3 s of CPU each) none of them answers. The jitter adds a random number of requests to each worker's limit.
  It is a tenth of max_requests and at least 50: measured with three workers of 40 requests, a jitter of 4 left the restarts
  together and the 99th percentile where it was, a jitter of 50 took it from 0.4 to 0.1 s.
references:
  - https://gunicorn.org/reference/settings/#max_requests_jitter
  - https://github.com/benoitc/gunicorn/issues/3427
examples:
  invalid:
    - name: a thousand requests each
      line: 8
      message: 4 workers restart after 1000 requests each
      recommendation: "--max-requests-jitter=100"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4", --max-requests=1000]
  valid:
    - name: with jitter
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4", --max-requests=1000, --max-requests-jitter=50]
    - name: one worker has nobody to meet
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --max-requests=1000]
`],["memory/max-requests-single-worker.yaml",`id: max-requests-single-worker
title: A worker that restarts leaves another that serves
severity: warning
confidence: practice
programs: [gunicorn]
matchConditions:
  - {name: restarts, expression: settings.max_requests > 0}
  - {name: few, expression: "workload.replicasMin != null && workload.replicasMin <= 2 && !workload.isBatch"}
validations:
  - expression: settings.workers > 1
    messageExpression: "'the only worker restarts after %d requests and nothing answers meanwhile; want --workers=2, or no --max-requests'.format([settings.max_requests])"
    target: settings.workers
    recommendation:
      target: settings.workers
      value: "2.0"
      derivation:
        - {term: "'one that serves while the other restarts'", value: "'2'"}
rationale: |
  While its only worker imports the application again, a pod takes connections and answers none of them: 0.5 s at one core
  for a small application, several seconds for a large one or a small CPU limit. With one or two replicas that is all or
  half of the capacity.
references:
  - https://gunicorn.org/reference/settings/#max_requests
  - https://github.com/benoitc/gunicorn/issues/2422
examples:
  invalid:
    - name: "one worker, one pod"
      line: 8
      message: the only worker restarts after 1000 requests
      recommendation: "--workers=2"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=4, --max-requests=1000]
  valid:
    - name: two workers
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2", --max-requests=1000, --max-requests-jitter=100]
    - name: many pods
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 6
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --threads=4, --max-requests=1000]
`],["memory/max-requests-small.yaml",`id: max-requests-small
title: Workers live longer than they take to start
severity: info
confidence: heuristic
programs: [gunicorn]
params: {least: 100}
validations:
  - expression: settings.max_requests == 0 || settings.max_requests >= params.least
    messageExpression: "'workers restart after every %d requests; want at least %d, or none'.format([settings.max_requests, params.least])"
    target: settings.max_requests
    recommendation: params.least * 10
rationale: |
  Starting a worker costs 0.4 s of CPU for a small application and several seconds for a large one. Spread over a few
  requests that is more than the requests themselves, and part of the workers is always missing. gunicorn's own advice
  against leaks is 1000 with a jitter.
references:
  - https://gunicorn.org/reference/settings/#max_requests
  - https://gunicorn.org/deploy/
examples:
  invalid:
    - name: ten requests
      line: 8
      message: workers restart after every 10 requests
      recommendation: "--max-requests=1000"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4", --max-requests=10, --max-requests-jitter=5]
  valid:
    - name: a thousand
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4", --max-requests=1000, --max-requests-jitter=100]
    - name: never
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
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
  Memory grows by the process: base + n \xD7 process, which measured containers follow within one percent. When the size of a
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
  recommended limit is base + n \xD7 process with headroom, from the assumptions that the arithmetic names; replace them by
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
`],["memory/memory-per-worker-low.yaml",`id: memory-per-worker-low
title: A worker has the memory that applications need
severity: info
confidence: heuristic
programs: [gunicorn, uvicorn, fastapi]
roles: [web]
params: {perWorkerMebibytes: 256}
matchConditions:
  - {name: not-measured, expression: "!sizing.isMeasured"}
validations:
  - expression: process.processes <= 1 || sizing.memory / process.processes >= params.perWorkerMebibytes * 1048576
    messageExpression: "'%d workers share %s, which is %s for each; want %d or a measurement (workerlint.dev/worker-memory)'.format([process.processes, sizing.memoryText, memoryText(floor(sizing.memory / process.processes / 1048576) * 1048576), max(1, floor(sizing.memory / (params.perWorkerMebibytes * 1048576)))])"
    target: process.processes
    recommendation: max(1, floor(sizing.memory / (params.perWorkerMebibytes * 1048576)))
rationale: |
  Every worker loads the application for itself. A bare Django application measured 39 MiB a worker, with 60 MiB of data
  100 MiB; common platforms count 256 or 512 MiB for each. A worker that is killed for memory takes the requests of the
  whole container with it. Measure one and write it down: the policy is silent then.
references:
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
  - https://github.com/heroku/heroku-buildpack-python/blob/main/vendor/WEB_CONCURRENCY.sh
examples:
  invalid:
    - name: eight workers in 1Gi
      line: 8
      message: "8 workers share 1Gi, which is 128Mi for each"
      recommendation: "--workers=4"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=8]
              resources: {limits: {cpu: "4", memory: 1Gi}}
  valid:
    - name: 256Mi for each
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=4]
              resources: {limits: {cpu: "4", memory: 1Gi}}
    - name: the size of a worker is known
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          annotations: {workerlint.dev/worker-memory: 90Mi}
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=8]
              resources: {limits: {cpu: "4", memory: 1Gi}}
`],["memory/memory-request-below-need.yaml",`id: memory-request-below-need
title: The memory request covers what the processes are measured to need
severity: warning
confidence: practice
programs: [gunicorn, celery, uvicorn]
roles: [web, worker]
matchConditions:
  - {name: measured, expression: sizing.isMeasured}
  - {name: processes, expression: "process.concurrency in ['process', 'thread'] || process.program != 'celery'"}
  # What does not fit the limit cannot be requested; memory-budget-exceeded says so.
  - {name: fits, expression: "container.limits.memory == null || ceil(sizing.memoryNeed / 67108864) * 67108864 <= container.limits.memory"}
validations:
  - expression: container.requests.memory == null || container.requests.memory >= sizing.memoryNeed
    messageExpression: "'%d processes of %s need %s and only %s is requested, so the pod is among the first to be evicted; want %s'.format([process.processes, sizing.workerMemoryText, sizing.memoryNeedText, memoryText(container.requests.memory), memoryText(ceil(sizing.memoryNeed / 67108864) * 67108864)])"
    target: container.resources.requests.memory
    recommendation:
      target: container.resources.requests.memory
      value: memoryText(ceil(sizing.memoryNeed / 67108864) * 67108864)
      derivation:
        - {term: "'base + %d \xD7 process'.format([process.processes])", value: sizing.memoryNeedText}
        - {term: "'rounded up to 64Mi'", value: "memoryText(ceil(sizing.memoryNeed / 67108864) * 67108864)"}
rationale: |
  When a node runs out of memory the kubelet evicts first the pods that use more than they request. A request below what
  is measured makes that this pod on every full node.
references:
  - https://kubernetes.io/docs/concepts/scheduling-eviction/node-pressure-eviction/
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
examples:
  invalid:
    - name: four workers of 230Mi request 256Mi
      line: 11
      message: 4 processes of 230Mi need 950Mi and only 256Mi is requested
      recommendation: "resources.requests.memory: 960Mi"
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
                requests: {cpu: "1", memory: 256Mi}
  valid:
    - name: the request covers them
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
              resources: {requests: {cpu: "1", memory: 1Gi}}
    - name: the limit holds less, which is another finding
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
              resources: {requests: {cpu: "1", memory: 256Mi}, limits: {memory: 512Mi}}
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
              resources: {requests: {cpu: "1", memory: 256Mi}}
`],["memory/memory-suffix.yaml",`id: memory-suffix
title: Amounts of memory are amounts that a program can run in
severity: error
confidence: fact
scope: container
each: container.memoryQuantities
matchConditions:
  - {name: complete, expression: "!workload.isTemplate"}
validations:
  - expression: each.bytes >= 1048576 || each.bytes == 0
    messageExpression: "'%s is \\"%s\\", which is %s bytes; want Mi or Gi'.format([each.field, each.text, each.text.endsWith('m') ? numberText(each.bytes) + ' (m is a thousandth)' : numberText(each.bytes)])"
    target: container.{each.field}
    recommendation:
      target: container.{each.field}
      value: "each.text.endsWith('m') ? each.text.replaceFirst('m', 'Mi') : each.text + 'Mi'"
rationale: |
  Suffixes are those of Kubernetes: Ki, Mi, Gi and so on for powers of two, k, M, G for powers of ten, and m for
  thousandths. 512m of memory is half a byte, which counts as 1, and 512 is 512 bytes; the API server accepts both, the
  first with a warning. With such a limit the container is killed before its program starts: measured with 1 MiB too. Such
  a request reserves nothing. 0 is no mistake: no limit, or no reservation.
references:
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#meaning-of-memory
  - https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/
  - https://github.com/kubernetes/apimachinery/blob/v0.36.3/pkg/api/resource/quantity.go#L813-L816
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/api/pod/warnings.go#L255-L261
examples:
  invalid:
    - name: millibytes
      line: 11
      message: "resources.limits.memory is \\"512m\\""
      recommendation: "resources.limits.memory: 512Mi"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              resources:
                limits:
                  memory: 512m
  valid:
    - name: mebibytes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              resources: {limits: {memory: 512Mi}}
    - name: nothing is reserved on purpose
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              resources: {requests: {memory: 0}, limits: {memory: 512Mi}}
    - name: decimal gigabytes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              resources: {limits: {memory: 7G}}
`],["memory/preload-suggestion.yaml",`id: preload-suggestion
title: Workers share the application where memory is tight
severity: info
confidence: heuristic
programs: [gunicorn]
matchConditions:
  - {name: forks, expression: "settings.worker_class_effective in ['sync', 'gthread', 'gevent']"}
  - {name: not-yet, expression: "!settings.preload_app && !settings.reload"}
  - {name: several, expression: settings.workers >= 3}
validations:
  - expression: sizing.memoryNeed <= sizing.memory * (1 - sizing.headroom)
    messageExpression: "'%d workers need about %s of %s; --preload lets them share what the application loads'.format([settings.workers, sizing.memoryNeedText, sizing.memoryText])"
    target: settings.preload_app
    recommendation:
      target: settings.preload_app
      value: "true"
rationale: |
  With --preload the parent imports the application and the workers share its pages. Measured with four workers of a
  Django application: 168 MiB without, 66 MiB with; after a garbage collection in each worker 135 MiB, and 67 MiB when the
  parent calls gc.freeze() before it forks. Connections that are opened while importing must be opened again in post_fork.
references:
  - https://gunicorn.org/reference/settings/#preload_app
  - https://docs.python.org/3/library/gc.html#gc.freeze
examples:
  invalid:
    - name: four workers in 512Mi
      line: 8
      message: 4 workers need about 542Mi of 512Mi
      recommendation: "--preload"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=4]
              resources: {limits: {cpu: "2", memory: 512Mi}}
  valid:
    - name: they are preloaded
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=4, --preload]
              resources: {limits: {cpu: "2", memory: 512Mi}}
    - name: uvicorn spawns its workers
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --workers=4]
              resources: {limits: {cpu: "2", memory: 512Mi}}
`],["memory/tmpfs-memory.yaml",`id: tmpfs-memory
title: Volumes in memory have a size limit
severity: info
confidence: fact
scope: container
matchConditions:
  - {name: serves, expression: "container.servers > 0"}
  - {name: limited, expression: "container.limits.memory != null"}
validations:
  - expression: size(container.unboundedMemoryMounts) == 0
    messageExpression: "'%s is in memory without a sizeLimit, and what is written there counts against limits.memory %s; want a sizeLimit'.format([container.unboundedMemoryMounts[0], memoryText(container.limits.memory)])"
    target: container.volumeMounts
rationale: |
  Files in an emptyDir with medium Memory are memory of the containers that write them. Without a sizeLimit the volume may
  grow to all of it, and an upload kills the server.
references:
  - https://kubernetes.io/docs/concepts/storage/volumes/#emptydir
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/
examples:
  invalid:
    - name: uploads in memory
      line: 10
      message: /tmp is in memory without a sizeLimit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes: [{name: scratch, emptyDir: {medium: Memory}}]
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              volumeMounts:
                - {name: scratch, mountPath: /tmp}
              resources: {limits: {memory: 512Mi}}
  valid:
    - name: with a limit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes: [{name: scratch, emptyDir: {medium: Memory, sizeLimit: 64Mi}}]
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              volumeMounts: [{name: scratch, mountPath: /tmp}]
              resources: {limits: {memory: 512Mi}}
    - name: on disk
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          volumes: [{name: scratch, emptyDir: {}}]
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              volumeMounts: [{name: scratch, mountPath: /tmp}]
              resources: {limits: {memory: 512Mi}}
`],["memory/uvicorn-limit-max-requests.yaml",`id: uvicorn-limit-max-requests
title: A server that ends after some requests has another to take over
severity: warning
confidence: fact
programs: [uvicorn]
matchConditions:
  - {name: limited, expression: "settings.limit_max_requests != null"}
validations:
  - expression: settings.workers > 1 || settings.reload
    messageExpression: "'uvicorn ends after %d requests and the container restarts with a growing delay; want --workers=2, or no --limit-max-requests'.format([settings.limit_max_requests])"
    target: settings.limit_max_requests
    alternatives:
      - {field: settings.workers, value: "'2'"}
rationale: |
  With one process nothing replaces the process that ends: verified with uvicorn 0.54, which exits with code 0. The
  kubelet restarts the container, first at once and then with a back-off of up to five minutes, and the pod serves nothing
  meanwhile. With several workers the parent starts another.
references:
  - https://www.uvicorn.org/settings/#resource-limits
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-restarts
examples:
  invalid:
    - name: one process
      line: 8
      message: uvicorn ends after 1000 requests
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --limit-max-requests=1000]
  valid:
    - name: two workers
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --workers=2, --limit-max-requests=1000]
    - name: no limit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app"]
`],["probes/celery-probe-cost.yaml",`id: celery-probe-cost
title: A probe of celery has time to start Python
severity: warning
confidence: practice
scope: container
each: container.probes
matchConditions:
  - {name: asks-celery, expression: "each.asksCelery && 'celery' in pod.programs"}
validations:
  - expression: each.timeoutSeconds >= 10
    messageExpression: "'the %s starts celery and waits %d s for it; starting alone takes seconds of CPU: want timeoutSeconds %d'.format([each.probe, each.timeoutSeconds, max(10, each.celeryTimeout + 10)])"
    target: container.{each.probe}.timeoutSeconds
    recommendation:
      target: container.{each.probe}.timeoutSeconds
      value: max(10, each.celeryTimeout + 10)
      derivation:
        - {term: "'timeout of celery itself'", value: "numberText(each.celeryTimeout) + ' s'"}
        - {term: "'start of Python and the application'", value: "'10 s'"}
  - expression: each.periodSeconds >= 60 || each.probe == 'startupProbe'
    messageExpression: "'the %s starts celery every %d s, which costs seconds of CPU each time; want periodSeconds 60'.format([each.probe, each.periodSeconds])"
    target: container.{each.probe}.periodSeconds
    recommendation:
      target: container.{each.probe}.periodSeconds
      value: "60.0"
rationale: |
  Each \`celery inspect ping\` starts Python, imports the application and asks over the broker: 2.9 s of CPU were measured
  in production. With the default of 1 s the probe fails whenever the node is busy, and a worker that is busy with tasks
  is restarted; every 10 s it takes a third of a core.
references:
  - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
  - https://github.com/celery/celery/issues/4079
examples:
  invalid:
    - name: one second
      line: 9
      message: the livenessProbe starts celery and waits 1 s
      recommendation: "livenessProbe.timeoutSeconds: 11"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [celery, -A, shop, inspect, ping, -d, celery@worker]}
                periodSeconds: 60
    - name: every ten seconds
      line: 12
      message: the livenessProbe starts celery every 10 s
      recommendation: "livenessProbe.periodSeconds: 60"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [celery, -A, shop, inspect, ping, -d, celery@worker]}
                timeoutSeconds: 15
                periodSeconds: 10
  valid:
    - name: rarely and patiently
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [celery, -A, shop, inspect, ping, -d, celery@worker]}
                timeoutSeconds: 15
                periodSeconds: 60
    - name: a file that the worker touches
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [test, -f, /tmp/worker-alive]}
`],["probes/celery-probe-no-destination.yaml",`id: celery-probe-no-destination
title: A probe of celery asks its own worker
severity: warning
confidence: practice
scope: container
each: container.probes
matchConditions:
  - {name: asks-celery, expression: "each.asksCelery && 'celery' in pod.programs"}
validations:
  - expression: each.hasDestination
    messageExpression: "'the %s passes when any worker of the system answers; want -d celery@$HOSTNAME in sh -c'.format([each.probe])"
    target: container.{each.probe}.exec.command
rationale: |
  Without -d the ping goes to all workers, and one answer is enough. Verified with celery 5.6.3 and two nodes on one Redis
  broker: with one of them stopped or killed the command still ends with 0, and with -d and the name of that node it ends
  with 69 and "No nodes replied within time constraint". A worker that hangs is never restarted while a sibling lives, and
  each probe disturbs all of them.
references:
  - https://docs.celeryq.dev/en/stable/userguide/monitoring.html#management-command-line-utilities-inspect-control
  - https://docs.celeryq.dev/en/v5.6.3/userguide/workers.html#ping
  - https://github.com/celery/celery/blob/v5.6.3/celery/bin/control.py
examples:
  invalid:
    - name: any worker
      line: 11
      message: the livenessProbe passes when any worker of the system answers
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec:
                  command: [celery, -A, shop, inspect, ping]
                timeoutSeconds: 15
                periodSeconds: 60
  valid:
    - name: this one
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [sh, -c, celery -A shop inspect ping -d celery@$HOSTNAME]}
                timeoutSeconds: 15
                periodSeconds: 60
    - name: no celery command
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [python, /healthcheck.py]}
`],["probes/celery-probe-solo.yaml",`id: celery-probe-solo
title: A worker that is asked can answer while it works
severity: warning
confidence: fact
programs: [celery]
roles: [worker]
matchConditions:
  - {name: asked, expression: "container.livenessProbe.asksCelery && !process.conditional"}
validations:
  - expression: "settings.pool_effective != 'solo'"
    message: a solo worker answers no ping while a task runs, so the liveness probe kills it at work; want another pool or another probe
    target: container.livenessProbe
rationale: |
  The solo pool runs tasks in the process that also answers remote control. Verified with 5.6.3: during a task \`inspect
  ping\` gets "No nodes replied within time constraint" and ends with 69, and the kubelet restarts the container in the
  middle of the task.
references:
  - https://docs.celeryq.dev/en/stable/userguide/concurrency/index.html
  - https://github.com/celery/celery/blob/v5.6.3/celery/concurrency/solo.py
examples:
  invalid:
    - name: ping to a solo worker
      line: 9
      message: a solo worker answers no ping while a task runs
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, solo]
              livenessProbe:
                exec: {command: [sh, -c, celery -A shop inspect ping -d celery@$HOSTNAME]}
                timeoutSeconds: 15
                periodSeconds: 60
  valid:
    - name: processes do the work
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [sh, -c, celery -A shop inspect ping -d celery@$HOSTNAME]}
                timeoutSeconds: 15
                periodSeconds: 60
    - name: only at the start
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, solo]
              startupProbe:
                exec: {command: [sh, -c, celery -A shop inspect ping -d celery@$HOSTNAME]}
                timeoutSeconds: 15
                periodSeconds: 60
`],["probes/celery-probe-timeout-shorter.yaml",`id: celery-probe-timeout-shorter
title: "A probe waits longer than celery's own timeout"
severity: warning
confidence: fact
scope: container
each: container.probes
matchConditions:
  - {name: asks-celery, expression: each.asksCelery}
validations:
  - expression: each.celeryTimeout < each.timeoutSeconds || each.celeryTimeout <= 1
    messageExpression: "'celery waits %d s for an answer, but the %s is killed after %d s; want timeoutSeconds %d'.format([each.celeryTimeout, each.probe, each.timeoutSeconds, each.celeryTimeout + 10])"
    target: container.{each.probe}.timeoutSeconds
    recommendation: ceil(each.celeryTimeout + 10)
rationale: |
  The timeout of the command is what celery waits for an answer, after Python has started. A probe that ends before fails
  although the worker would have answered in time.
references:
  - https://docs.celeryq.dev/en/stable/reference/cli.html
  - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
examples:
  invalid:
    - name: thirty seconds in ten
      line: 12
      message: "celery waits 30 s for an answer, but the readinessProbe is killed after 10 s"
      recommendation: "readinessProbe.timeoutSeconds: 40"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              readinessProbe:
                exec: {command: [celery, -A, shop, inspect, ping, -t, "30", -d, celery@worker]}
                periodSeconds: 60
                timeoutSeconds: 10
  valid:
    - name: five in fifteen
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              readinessProbe:
                exec: {command: [celery, -A, shop, inspect, ping, -t, "5", -d, celery@worker]}
                periodSeconds: 60
                timeoutSeconds: 15
    - name: the default of one second
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              readinessProbe:
                exec: {command: [celery, -A, shop, inspect, ping, -d, celery@worker]}
                periodSeconds: 60
                timeoutSeconds: 15
`],["probes/liveness-depends-on-broker.yaml",`id: liveness-depends-on-broker
title: A broker that is down restarts no worker
severity: info
confidence: practice
scope: container
matchConditions:
  - {name: serves, expression: "'celery' in pod.programs"}
validations:
  - expression: "!container.livenessProbe.asksCelery"
    message: the liveness probe asks over the broker, so an outage of the broker restarts every worker; want a check inside the container
    target: container.livenessProbe
rationale: |
  \`celery inspect ping\` travels over the broker. When that is down, all workers fail their probes and restart together,
  again and again with a growing delay, and are missing when the broker is back. A worker reconnects by itself. As a
  startup probe the command is fine.
references:
  - https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#ping
examples:
  invalid:
    - name: liveness over the broker
      line: 9
      message: the liveness probe asks over the broker
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [sh, -c, celery -A shop inspect ping -d celery@$HOSTNAME]}
                timeoutSeconds: 15
                periodSeconds: 60
  valid:
    - name: only at the start
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              startupProbe:
                exec: {command: [sh, -c, celery -A shop inspect ping -d celery@$HOSTNAME]}
                timeoutSeconds: 15
                periodSeconds: 60
    - name: a file that the worker touches
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe: {exec: {command: [test, -f, /tmp/worker-alive]}}
`],["probes/liveness-stricter-than-readiness.yaml",`id: liveness-stricter-than-readiness
title: A pod is taken out of service before it is restarted
severity: info
confidence: heuristic
scope: container
variables:
  - {name: liveness, expression: container.livenessProbe.periodSeconds * container.livenessProbe.failureThreshold}
  - {name: readiness, expression: container.readinessProbe.periodSeconds * container.readinessProbe.failureThreshold}
matchConditions:
  - {name: both, expression: "container.servers > 0 && container.livenessProbe.kind == 'http' && container.readinessProbe.kind == 'http'"}
validations:
  - expression: variables.liveness >= variables.readiness
    messageExpression: "'the liveness probe restarts after %d s, before the readiness probe takes the pod out of service after %d s; want failureThreshold %d'.format([variables.liveness, variables.readiness, ceil(2 * variables.readiness / container.livenessProbe.periodSeconds)])"
    target: container.livenessProbe.failureThreshold
    recommendation: ceil(2 * variables.readiness / container.livenessProbe.periodSeconds)
rationale: |
  A busy server recovers when it gets no new requests, which is what a failed readiness probe gives it. A liveness probe
  that is quicker restarts it instead, and the load goes to the others.
references:
  - https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/
examples:
  invalid:
    - name: liveness first
      line: 12
      message: the liveness probe restarts after 10 s
      recommendation: "livenessProbe.failureThreshold: 12"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              livenessProbe:
                httpGet: {path: /, port: 8000}
                periodSeconds: 5
                failureThreshold: 2
              readinessProbe: {httpGet: {path: /, port: 8000}}
  valid:
    - name: readiness first
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              livenessProbe: {httpGet: {path: /, port: 8000}, failureThreshold: 6}
              readinessProbe: {httpGet: {path: /, port: 8000}}
    - name: no readiness probe
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              livenessProbe: {httpGet: {path: /, port: 8000}, periodSeconds: 5}
`],["probes/probe-literal-variable.yaml",`id: probe-literal-variable
title: Variables in a probe are read by a shell
severity: error
confidence: fact
scope: container
each: container.probes
matchConditions:
  - {name: complete, expression: "!workload.isTemplate"}
  - {name: serves, expression: container.servers > 0}
validations:
  - expression: each.literalVariable == null
    messageExpression: "'\\"%s\\" in the %s stays as it is written, because no shell reads it; want sh -c, or $(NAME) of the container'.format([each.literalVariable, each.probe])"
    target: container.{each.probe}.exec.command
rationale: |
  The command of a probe is run without a shell. $HOSTNAME stays $HOSTNAME, no worker has that name, and the probe fails
  for ever: verified with celery 5.6.3, which answers "No nodes replied within time constraint" and ends with 69.
  Kubernetes expands $(NAME) of variables that the manifest sets; HOSTNAME is not one of them.
references:
  - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-a-liveness-command
  - https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/pod-v1/#LifecycleHandler
examples:
  invalid:
    - name: a name that no worker has
      line: 11
      message: "\\"celery@$HOSTNAME\\" in the livenessProbe stays as it is written"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec:
                  command: [celery, -A, shop, inspect, ping, -d, celery@$HOSTNAME]
                timeoutSeconds: 15
                periodSeconds: 60
  valid:
    - name: a shell reads it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [sh, -c, celery -A shop inspect ping -d celery@$HOSTNAME]}
                timeoutSeconds: 15
                periodSeconds: 60
    - name: Kubernetes reads it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              livenessProbe:
                exec: {command: [celery, -A, shop, inspect, ping, -d, celery@$(POD_NAME)]}
                timeoutSeconds: 15
                periodSeconds: 60
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
`],["probes/probe-timeout-default.yaml",`id: probe-timeout-default
title: A liveness probe gives Python time to answer
severity: info
confidence: heuristic
scope: container
matchConditions:
  - {name: serves, expression: "container.servers > 0 && container.role != 'initContainer' && !workload.isBatch"}
  - {name: small, expression: "container.limits.cpu != null && container.limits.cpu < 1000"}
  - {name: probed, expression: "container.livenessProbe.kind in ['http', 'exec']"}
validations:
  - expression: container.livenessProbe.timeoutSeconds > 1
    messageExpression: "'the liveness probe waits 1 s for a server that stands still for most of every 100 ms on %s CPU; want timeoutSeconds 5'.format([cpuText(container.limits.cpu)])"
    target: container.livenessProbe.timeoutSeconds
    recommendation:
      target: container.livenessProbe.timeoutSeconds
      value: "5.0"
rationale: |
  Below one core the server is throttled in 22 to 63 % of all periods even at 70 % load (measured), and at 130 % load
  every shape fails 25 to 60 % of its probes within 1 s. Restarting a container because it is busy moves its load to the
  others.
references:
  - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
  - https://github.com/benoitc/gunicorn/issues/2467
examples:
  invalid:
    - name: the default of one second
      line: 9
      message: the liveness probe waits 1 s
      recommendation: "livenessProbe.timeoutSeconds: 5"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              livenessProbe:
                httpGet: {path: /, port: 8000}
              resources: {limits: {cpu: 500m}}
  valid:
    - name: five seconds
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              livenessProbe:
                httpGet: {path: /, port: 8000}
                timeoutSeconds: 5
              resources: {limits: {cpu: 500m}}
    - name: a whole core
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              livenessProbe:
                httpGet: {path: /, port: 8000}
              resources: {limits: {cpu: "1"}}
`],["probes/readiness-missing.yaml",`id: readiness-missing
title: A Service sends requests to pods that are ready
severity: info
confidence: practice
roles: [web]
matchConditions:
  - {name: behind-a-service, expression: "workload.hasService && !workload.isBatch && container.role == 'container' && !process.conditional"}
  - {name: alone, expression: pod.containers == 1}
validations:
  - expression: "container.readinessProbe.kind != 'none' || container.startupProbe.kind != 'none'"
    messageExpression: "'without a readiness probe the Service sends requests while %s still loads the application; want a readinessProbe'.format([process.program])"
    target: container.readinessProbe
rationale: |
  A container without a readiness probe counts as ready as soon as it runs. Loading a Python application takes seconds,
  and until then connections are refused: at each rollout, restart and scale-up.
references:
  - https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/#readiness-probe
examples:
  invalid:
    - name: no probe
      line: 10
      message: without a readiness probe the Service sends requests
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
  valid:
    - name: a readiness probe
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
                  readinessProbe: {httpGet: {path: /, port: 8000}}
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: no Service
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
                  command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
`],["probes/startup-slower-than-liveness.yaml",`id: startup-slower-than-liveness
title: A server is up before its liveness probe gives up
severity: warning
confidence: heuristic
programs: [gunicorn]
roles: [web]
params: {importSeconds: 2}
variables:
  - {name: start, expression: "(0.06 + params.importSeconds * (settings.preload_app ? 1.0 : process.processes)) / sizing.cpu"}
  - {name: patience, expression: "container.livenessProbe.initialDelaySeconds + container.livenessProbe.periodSeconds * container.livenessProbe.failureThreshold"}
matchConditions:
  - {name: probed, expression: "container.livenessProbe.kind != 'none' && container.startupProbe.kind == 'none' && !workload.isBatch"}
  - {name: limited, expression: sizing.cpuIsLimit}
validations:
  - expression: variables.start <= variables.patience
    messageExpression: "'%d workers need about %d s to start on %s CPU and the liveness probe gives up after %d s; want a startupProbe'.format([process.processes, ceil(variables.start), sizing.cpuText, variables.patience])"
    target: container.livenessProbe
rationale: |
  Every worker imports the application, and all of them share the CPU limit: measured, starting takes 0.06 s and the time
  of one import for each worker, divided by the limit. A liveness probe that gives up before restarts the container, and
  it starts again from the beginning. The figure assumes an import of 2 s of CPU.
references:
  - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#define-startup-probes
examples:
  invalid:
    - name: eight workers on a quarter of a core
      line: 9
      message: 8 workers need about 65 s to start on 250m CPU
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "8"]
              livenessProbe:
                httpGet: {path: /, port: 8000}
              resources: {limits: {cpu: 250m, memory: 2Gi}}
  valid:
    - name: a startup probe
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "8"]
              livenessProbe: {httpGet: {path: /, port: 8000}}
              startupProbe: {httpGet: {path: /, port: 8000}, failureThreshold: 30}
              resources: {limits: {cpu: 250m, memory: 2Gi}}
    - name: a quick start
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
              livenessProbe: {httpGet: {path: /, port: 8000}}
              resources: {limits: {cpu: 500m, memory: 2Gi}}
`],["scaling/autoscale-twice.yaml",`id: autoscale-twice
title: Capacity is scaled in one place
severity: warning
confidence: practice
programs: [celery]
roles: [worker]
matchConditions:
  - {name: scaled, expression: size(workload.scalers) > 0}
validations:
  - expression: settings.autoscale == null
    messageExpression: "'--autoscale=%d,%d changes the pool while %s changes the pods, and neither knows of the other; want -c %d'.format([settings.autoscale[0], settings.autoscale[1], workload.scalers[0].kind, settings.autoscale[0]])"
    target: settings.autoscale
rationale: |
  Each of the two sees a load that the other has just changed: pools shrink when pods are added, and pods are removed
  because pools are large. With a fixed pool a pod is a known amount of capacity.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#autoscaling
  - https://keda.sh/docs/latest/concepts/scaling-deployments/
examples:
  invalid:
    - name: pool and pods
      line: 10
      message: "--autoscale=8,2 changes the pool while ScaledObject changes the pods"
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
                  command: [celery, -A, shop, worker, "--autoscale=8,2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
  valid:
    - name: only pods
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
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
    - name: only the pool
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
                  command: [celery, -A, shop, worker, "--autoscale=8,2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
`],["scaling/hpa-cpu-celery.yaml",`id: hpa-cpu-celery
title: Queue workers scale with the queue
severity: info
confidence: heuristic
scope: scaler
validations:
  - expression: "scaler.kind != 'HorizontalPodAutoscaler' || !('worker' in scaler.roles) || 'web' in scaler.roles || size(scaler.metrics) == 0 || scaler.metrics.exists(metric, metric.type in ['External', 'Object', 'Pods'])"
    messageExpression: "'%s scales %s on its own CPU or memory; a queue that grows shows only in its length: want KEDA or an external metric'.format([scaler.name, scaler.programs])"
    target: scaler.spec.metrics
rationale: |
  Tasks that wait for a network leave the CPU idle while thousands of them are queued, and a worker with one long task
  looks fully used with an empty queue. The length of the queue is what there is to do.
references:
  - https://keda.sh/docs/latest/scalers/redis-lists/
  - https://keda.sh/docs/latest/scalers/rabbitmq-queue/
examples:
  invalid:
    - name: celery on CPU
      line: 21
      message: worker scales celery on its own CPU or memory
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
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: worker
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: worker}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: the queue
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
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: worker}
          metrics:
            - type: External
              external: {metric: {name: queue_length}, target: {type: AverageValue, averageValue: "10"}}
    - name: a web server
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
                  command: [gunicorn, shop.wsgi, -w, "3"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
`],["scaling/hpa-cpu-io-bound.yaml",`id: hpa-cpu-io-bound
title: CPU shows the load that there is
severity: info
confidence: heuristic
scope: scaler
variables:
  - {name: onCpu, expression: "scaler.metrics.all(metric, metric.type == 'Resource' && metric.name == 'cpu') && size(scaler.metrics) > 0"}
validations:
  - expression: "!scaler.processes.exists(process, process.role == 'web' && (process.concurrency == 'eventLoop' || (process.concurrency == 'thread' && process.threads > 8))) || !variables.onCpu"
    messageExpression: "'%s scales on CPU alone, and %s waits more than it computes; want requests in flight or latency as well'.format([scaler.kind, scaler.programs])"
    target: scaler.spec.metrics
rationale: |
  Event loops and many threads serve work that waits. All connections of the database can be taken and every request be
  late while the CPU is half idle: measured with requests that wait 95 % of the time, one process saturates at 5 % of its
  CPU limit.
references:
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
  - https://keda.sh/docs/latest/scalers/prometheus/
examples:
  invalid:
    - name: an event loop on CPU
      line: 21
      message: HorizontalPodAutoscaler scales on CPU alone
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
                  command: [uvicorn, "shop:app"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: requests too
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
                  command: [uvicorn, "shop:app"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
            - type: Pods
              pods: {metric: {name: requests_in_flight}, target: {type: AverageValue, averageValue: "20"}}
    - name: sync workers
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
                  command: [gunicorn, shop.wsgi, -w, "3"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
`],["scaling/hpa-cpu-one-slot.yaml",`id: hpa-cpu-one-slot
title: An autoscaler sees a full server
severity: warning
confidence: practice
scope: scaler
variables:
  - {name: onCpu, expression: "scaler.metrics.all(metric, metric.type == 'Resource' && metric.name == 'cpu') && size(scaler.metrics) > 0"}
validations:
  - expression: "!(size(scaler.processes) == 1 && scaler.processes[0].role == 'web' && scaler.processes[0].slots == 1 && scaler.processes[0].concurrency != 'eventLoop') || !variables.onCpu"
    messageExpression: "'%s scales on CPU, and one sync worker of %s is full long before its CPU is; want --threads=4, or more workers'.format([scaler.kind, scaler.programs])"
    target: scaler.spec.metrics
rationale: |
  One sync worker serves one request at a time. When that request waits for a database, the worker is full and its CPU
  idle: measured, it saturates at 5 % of a 500m limit with requests that wait, at 44 % with mixed ones. The autoscaler
  sees no load and adds no pod.
references:
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
  - https://github.com/benoitc/gunicorn/issues/3159
examples:
  invalid:
    - name: one worker
      line: 21
      message: one sync worker of gunicorn is full long before its CPU is
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
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: threads
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
                  command: [gunicorn, shop.wsgi, --threads=4]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
    - name: another metric
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
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Pods
              pods: {metric: {name: requests_in_flight}, target: {type: AverageValue, averageValue: "1"}}
`],["scaling/hpa-memory-prefork.yaml",`id: hpa-memory-prefork
title: Memory of Python says when to scale down too
severity: info
confidence: heuristic
scope: scaler
validations:
  - expression: "size(scaler.programs) == 0 || !scaler.metrics.exists(metric, metric.type == 'Resource' && metric.name == 'memory')"
    messageExpression: "'%s scales on memory, which %s does not give back when the load is gone; want CPU, requests or the queue'.format([scaler.kind, scaler.programs])"
    target: scaler.spec.metrics
rationale: |
  A Python process keeps the memory of its largest request or task. The autoscaler adds pods when the load rises and never
  sees the memory fall, so the number of pods only grows.
references:
  - https://docs.celeryq.dev/en/stable/userguide/optimizing.html
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
examples:
  invalid:
    - name: memory of gunicorn
      line: 21
      message: HorizontalPodAutoscaler scales on memory
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
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: memory
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: CPU
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
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
    - name: something that is not Python
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
                  command: [/bin/server]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: memory
                target: {type: Utilization, averageUtilization: 70}
`],["scaling/hpa-no-request.yaml",`id: hpa-no-request
title: An autoscaler on utilisation has a request to measure by
severity: error
confidence: fact
scope: scaler
matchConditions:
  - {name: known, expression: scaler.targetIsKnown}
  - {name: whole-pod, expression: "!scaler.triggers.exists(trigger, trigger.type in ['cpu', 'memory'] && ('containerName' in trigger.metadata || ('type' in trigger.metadata && trigger.metadata.type != 'Utilization')))"}
validations:
  - expression: size(scaler.missingRequests) == 0 || workload.isTemplate
    messageExpression: "'%s scales by utilisation, which is a share of the request, and there is no request for %s; want one'.format([scaler.kind, scaler.missingRequests])"
    target: scaler.spec.scaleTargetRef.name
rationale: |
  Utilisation is usage divided by the request. When one container or sidecar of the pod has no request for the resource,
  the autoscaler cannot compute it: by that metric alone the number of pods stays what it is, and with other metrics it
  grows and never shrinks. KEDA's webhook refuses the ScaledObject. A LimitRange of the namespace may set the request.
  Metrics of one container need only the request of that one.
references:
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/controller/podautoscaler/replica_calculator.go#L513-L534
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/controller/podautoscaler/horizontal.go#L351-L357
  - https://github.com/kedacore/keda/blob/v2.21.0/apis/keda/v1alpha1/scaledobject_webhook.go#L538-L556
examples:
  invalid:
    - name: no CPU request
      line: 19
      message: "HorizontalPodAutoscaler scales by utilisation, which is a share of the request, and there is no request for cpu of web"
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
                  command: [gunicorn, shop.wsgi]
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: a request
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
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
    - name: KEDA measures one container
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
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
                - name: proxy
                  image: nginx
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: web
        spec:
          minReplicaCount: 2
          scaleTargetRef: {name: web}
          triggers:
            - type: cpu
              metricType: Utilization
              metadata: {value: "70", containerName: web}
    - name: a limit is a request too
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
                  command: [gunicorn, shop.wsgi]
                  resources: {limits: {cpu: "1", memory: 1Gi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
    - name: an average value needs none
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
                  command: [gunicorn, shop.wsgi]
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: AverageValue, averageValue: 400m}
    - name: the target is elsewhere
      manifest: |
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
`],["scaling/hpa-replicas-field.yaml",`id: hpa-replicas-field
title: One object says how many pods there are
severity: info
confidence: fact
scope: workload
matchConditions:
  - {name: scaled, expression: "size(workload.scalers) > 0 && workload.kind in ['Deployment', 'StatefulSet', 'Rollout']"}
validations:
  - expression: "!workload.replicasIsSet"
    messageExpression: "'spec.replicas is set and %s %s owns it, so each apply resets the number of pods; want no spec.replicas'.format([workload.scalers[0].kind, workload.scalers[0].name])"
    target: workload.spec.replicas
rationale: |
  Every apply of the manifest sets the number of pods back to the one that is written, also in the middle of a peak, until
  the autoscaler has noticed. The documentation asks to remove the field.
references:
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#migrating-deployments-and-statefulsets-to-horizontal-autoscaling
examples:
  invalid:
    - name: both
      line: 6
      message: spec.replicas is set and HorizontalPodAutoscaler web owns it
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 2
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: the autoscaler alone
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
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
    - name: no autoscaler
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 2
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
`],["scaling/hpa-target-unreachable.yaml",`id: hpa-target-unreachable
title: An autoscaler can reach its target
severity: error
confidence: fact
scope: scaler
each: "scaler.targetIsKnown ? scaler.metrics : []"
matchConditions:
  - {name: cpu, expression: "each.type == 'Resource' && each.name == 'cpu' && each.targetType == 'Utilization' && each.target != null"}
validations:
  - expression: each.target < scaler.reachableCpu
    messageExpression: "'the target is %d %% of the CPU requests, and the limits allow %d %% at most, so it never adds a pod; want less, such as %d %%'.format([each.target, floor(scaler.reachableCpu), min(80, floor(scaler.reachableCpu * 0.7))])"
    target: scaler.spec.metrics
rationale: |
  Pods are throttled at their limits, so their utilisation never exceeds limits divided by requests. The autoscaler adds
  pods only when utilisation divided by the target exceeds 1, by a tenth unless its tolerance is changed. By a target at or
  above what the limits allow it never adds one, however long the queue of requests grows; other metrics may.
references:
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/#algorithm-details
  - https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#how-pods-with-resource-limits-are-run
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/controller/podautoscaler/metrics/utilization.go#L49-L51
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/controller/podautoscaler/replica_calculator.go#L110-L119
examples:
  invalid:
    - name: all that there is
      line: 21
      message: "the target is 100 % of the CPU requests, and the limits allow 100 % at most"
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
                  command: [gunicorn, shop.wsgi]
                  resources: {limits: {cpu: "1", memory: 1Gi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 100}
  valid:
    - name: seventy percent
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
                  command: [gunicorn, shop.wsgi]
                  resources: {limits: {cpu: "1", memory: 1Gi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
    - name: the limit is twice the request
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
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m}, limits: {cpu: "1"}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 120}
    - name: no limit
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
                  command: [gunicorn, shop.wsgi]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 150}
`],["scaling/keda-cpu-zero.yaml",`id: keda-cpu-zero
title: A workload that is scaled to zero can come back
severity: warning
confidence: fact
scope: scaler
matchConditions:
  - {name: keda, expression: "scaler.kind == 'ScaledObject' && size(scaler.triggers) > 0"}
  - {name: to-zero, expression: "scaler.min != null && scaler.min == 0"}
validations:
  - expression: "!scaler.triggers.all(trigger, trigger.type in ['cpu', 'memory'])"
    messageExpression: "'with no pods there is no CPU or memory to measure, so %s cannot start the first one; want minReplicaCount 1'.format([scaler.name])"
    target: scaler.spec.minReplicaCount
    recommendation:
      target: scaler.spec.minReplicaCount
      value: "1.0"
rationale: |
  The cpu and memory scalers measure running pods. With minReplicaCount 0, its default, and no other trigger, nothing
  could activate the workload: the documentation asks for another trigger or a minimum of 1.
references:
  - https://keda.sh/docs/latest/scalers/cpu/
  - https://keda.sh/docs/latest/reference/scaledobject-spec/#minreplicacount
examples:
  invalid:
    - name: zero by default
      line: 5
      message: with no pods there is no CPU or memory to measure
      recommendation: "spec.minReplicaCount: 1"
      manifest: |
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: cpu
              metricType: Utilization
              metadata: {value: "70"}
  valid:
    - name: at least one
      manifest: |
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          minReplicaCount: 1
          triggers:
            - type: cpu
              metricType: Utilization
              metadata: {value: "70"}
    - name: another trigger starts it
      manifest: |
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: cpu
              metricType: Utilization
              metadata: {value: "70"}
            - type: redis
              metadata: {listName: celery, listLength: "5"}
`],["scaling/keda-grace.yaml",`id: keda-grace
title: Scaling in waits for tasks
severity: warning
confidence: practice
programs: [celery, dramatiq, rq, huey]
roles: [worker]
matchConditions:
  - {name: scaled-by-keda, expression: "workload.scalers.exists(scaler, scaler.kind == 'ScaledObject')"}
  - {name: unlimited, expression: "process.program != 'celery' || (settings.time_limit == null && settings.soft_time_limit == null)"}
validations:
  - expression: pod.terminationGracePeriodIsSet
    messageExpression: "'KEDA removes pods whenever the queue is short, and each has 30 s for a task of %s of any length; want terminationGracePeriodSeconds above the longest task, or a ScaledJob'.format([process.program])"
    target: pod.terminationGracePeriodSeconds
rationale: |
  The queue is short exactly when the last tasks run. KEDA then takes pods away, and the kubelet kills what still runs at
  the end of the grace period: those tasks are lost, or run again after the visibility timeout.
references:
  - https://keda.sh/docs/latest/concepts/scaling-deployments/#long-running-executions
  - https://github.com/kedacore/keda/issues/2901
examples:
  invalid:
    - name: the default of thirty seconds
      line: 8
      message: KEDA removes pods whenever the queue is short
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
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
  valid:
    - name: a grace period is chosen
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          template:
            spec:
              terminationGracePeriodSeconds: 300
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
    - name: tasks are limited
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
                  command: [celery, -A, shop, worker, -c, "2", --time-limit=25]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
`],["scaling/keda-list-length.yaml",`id: keda-list-length
title: The target of a queue trigger fits a worker
severity: info
confidence: heuristic
scope: scaler
each: scaler.triggers
variables:
  - {name: slots, expression: "scaler.processes[0].slots"}
matchConditions:
  - {name: redis, expression: "each.type in ['redis', 'redis-cluster', 'redis-sentinel'] && size(scaler.processes) == 1 && 'listLength' in each.metadata"}
validations:
  - expression: double(each.metadata.listLength) <= 10.0 * variables.slots && double(each.metadata.listLength) * 2.0 >= variables.slots
    messageExpression: "'listLength %s is the number of tasks for each pod, and a pod runs %d at a time; want %d to %d'.format([each.metadata.listLength, variables.slots, variables.slots, 2 * variables.slots])"
    target: scaler.spec.triggers
rationale: |
  KEDA starts one pod for each listLength tasks. Far above the number of tasks that a pod runs at a time, pods come late
  and tasks wait for many rounds; far below, pods are started that find nothing to do.
references:
  - https://keda.sh/docs/latest/scalers/redis-lists/
examples:
  invalid:
    - name: a hundred tasks for two processes
      line: 19
      message: "listLength 100 is the number of tasks for each pod, and a pod runs 2 at a time"
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
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "100"}
  valid:
    - name: four for two
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
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "4"}
    - name: another trigger
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
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: cron
              metadata: {start: "0 8 * * *", end: "0 20 * * *", desiredReplicas: "10"}
`],["scaling/keda-prefetch.yaml",`id: keda-prefetch
title: The length of the queue is what waits
severity: info
confidence: practice
programs: [celery]
roles: [worker]
matchConditions:
  - {name: scaled-by-keda, expression: "workload.scalers.exists(scaler, scaler.kind == 'ScaledObject')"}
  - {name: default, expression: "origins.prefetch_multiplier == 'default' && !settings.disable_prefetch"}
  - {name: counted, expression: process.slots > 0}
validations:
  - expression: settings.prefetch_multiplier <= 1
    messageExpression: "'each worker takes up to %d tasks off the queue that KEDA measures; want --prefetch-multiplier=1'.format([process.slots * settings.prefetch_multiplier])"
    target: settings.prefetch_multiplier
    recommendation:
      target: settings.prefetch_multiplier
      value: "1.0"
rationale: |
  celery reserves concurrency times the prefetch multiplier (4) of tasks, and a reserved task is in no queue. KEDA sees a
  short queue while tasks wait inside busy workers, and removes pods that hold them. Measured, the multiplier hardly
  changes the throughput.
references:
  - https://docs.celeryq.dev/en/stable/userguide/optimizing.html#prefetch-limits
  - https://keda.sh/docs/latest/scalers/redis-lists/
examples:
  invalid:
    - name: the default of four
      line: 10
      message: each worker takes up to 8 tasks off the queue
      recommendation: "--prefetch-multiplier=1"
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
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
  valid:
    - name: one
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
                  command: [celery, -A, shop, worker, -c, "2", --prefetch-multiplier=1]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
    - name: no autoscaler
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
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
`],["scaling/scale-bounds.yaml",`id: scale-bounds
title: The bounds of an autoscaler are a range
severity: error
confidence: fact
scope: scaler
validations:
  - expression: scaler.max == null || scaler.min == null || scaler.min <= scaler.max
    messageExpression: "'%s has a minimum of %d and a maximum of %d, which is refused; want at least %d as the maximum'.format([scaler.kind, scaler.min, scaler.max, scaler.min])"
    target: scaler.spec.maxReplicas
rationale: |
  The API server refuses a HorizontalPodAutoscaler whose maxReplicas is below minReplicas (1 unless it is set), and
  KEDA's webhook a ScaledObject whose maxReplicaCount (100) is below minReplicaCount: the old one stays, or none. Without
  the webhook KEDA's operator marks the ScaledObject as not ready and does not scale.
references:
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
  - https://keda.sh/docs/latest/reference/scaledobject-spec/
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/autoscaling/validation/validation.go#L62-L69
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/apis/autoscaling/v2/defaults.go#L72-L74
  - https://github.com/kedacore/keda/blob/v2.21.0/apis/keda/v1alpha1/scaledobject_types.go#L382-L391
  - https://github.com/kedacore/keda/blob/v2.21.0/controllers/keda/scaledobject_controller.go#L300-L303
examples:
  invalid:
    - name: the wrong way round
      line: 7
      message: HorizontalPodAutoscaler has a minimum of 4 and a maximum of 2
      manifest: |
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 4
          maxReplicas: 2
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: a range
      manifest: |
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 4
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
    - name: the defaults of KEDA
      manifest: |
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
`],["scaling/scaler-without-range.yaml",`id: scaler-without-range
title: An autoscaler has a range to scale in
severity: info
confidence: fact
scope: scaler
matchConditions:
  - {name: bounded, expression: "scaler.max != null && scaler.min != null"}
validations:
  - expression: scaler.min != scaler.max
    messageExpression: "'%s has %d as its minimum and its maximum, so it never scales; want a range, or spec.replicas'.format([scaler.kind, scaler.min])"
    target: scaler.spec.scaleTargetRef.name
rationale: |
  With equal bounds the number of pods is fixed, and the reader looks for the load that changes it. spec.replicas says the
  same in one place.
references:
  - https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/
  - https://keda.sh/docs/latest/reference/scaledobject-spec/
examples:
  invalid:
    - name: two to two
      line: 8
      message: HorizontalPodAutoscaler has 2 as its minimum and its maximum
      manifest: |
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 2
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: two to four
      manifest: |
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 4
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
    - name: the defaults of KEDA
      manifest: |
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
`],["scaling/two-scalers.yaml",`id: two-scalers
title: One autoscaler scales a workload
severity: error
confidence: fact
scope: scaler
matchConditions:
  - {name: complete, expression: "scaler.targetName != ''"}
validations:
  - expression: size(scaler.rivals) == 0
    messageExpression: "'%s and %s scale the same %s %s and stop one another; want one'.format([scaler.kind + '/' + scaler.name, scaler.rivals[0], scaler.targetKind, scaler.targetName])"
    target: scaler.spec.scaleTargetRef.name
rationale: |
  A HorizontalPodAutoscaler whose pods another one controls as well reports AmbiguousSelector and does nothing, since
  Kubernetes 1.26: neither of the two scales any more. Before, they set two numbers of pods in turn. A ScaledObject
  creates a HorizontalPodAutoscaler of its own, so one that is written beside it is the second; KEDA's webhook refuses a
  ScaledObject for a workload that has one already.
references:
  - https://keda.sh/docs/latest/concepts/scaling-deployments/
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/controller/podautoscaler/horizontal.go#L426-L432
  - https://github.com/kubernetes/kubernetes/pull/112011
  - https://github.com/kedacore/keda/blob/v2.21.0/apis/keda/v1alpha1/scaledobject_webhook.go#L324-L350
examples:
  invalid:
    - name: an HPA beside KEDA
      line: 20
      message: HorizontalPodAutoscaler/by-cpu and ScaledObject/worker scale the same Deployment worker
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
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: by-cpu
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: worker}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
  valid:
    - name: one
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
                  command: [celery, -A, shop, worker, -c, "2"]
                  resources: {requests: {cpu: 500m, memory: 512Mi}}
        ---
        apiVersion: keda.sh/v1alpha1
        kind: ScaledObject
        metadata:
          name: worker
        spec:
          scaleTargetRef: {name: worker}
          triggers:
            - type: redis
              metadata: {listName: celery, listLength: "5"}
    - name: two for two
      manifest: |
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: a
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: a}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: b
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: b}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
`],["settings/arg-with-space.yaml",`id: arg-with-space
title: A flag and its value are two words
severity: error
confidence: fact
matchConditions:
  - {name: certain, expression: "!process.conditional"}
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
`],["settings/beat-green-pool.yaml",`id: beat-green-pool
title: A worker with beat has a pool that allows it
severity: error
confidence: fact
programs: [celery]
roles: [worker]
matchConditions:
  - {name: certain, expression: "!process.conditional"}
validations:
  - expression: "!(settings.beat && settings.pool_effective in ['gevent', 'eventlet'])"
    messageExpression: "'celery does not start with -B and the %s pool; want beat as a Deployment of its own'.format([settings.pool_effective])"
    target: settings.beat
rationale: |
  Beat runs in a process or a thread beside the pool, which green pools cannot have. Verified with 5.6.3: "-B option
  doesn't work with eventlet/gevent pools: use standalone beat instead".
references:
  - https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html#starting-the-scheduler
  - https://github.com/celery/celery/blob/v5.6.3/celery/worker/components.py
examples:
  invalid:
    - name: beat beside greenlets
      line: 8
      message: celery does not start with -B and the gevent pool
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, gevent, -c, "100", -B]
  valid:
    - name: beat beside processes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", -B]
    - name: greenlets alone
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, gevent, -c, "100"]
`],["settings/bind-loopback.yaml",`id: bind-loopback
title: Web servers listen where the pod's network reaches them
severity: error
confidence: fact
programs: [gunicorn]
variables:
  - {name: isReached, expression: "size(container.ports) > 0 || workload.hasService || container.livenessProbe.kind in ['http', 'tcp'] || container.readinessProbe.kind in ['http', 'tcp']"}
  - {name: port, expression: "size(container.ports) > 0 ? container.ports[0] : 8000.0"}
matchConditions:
  - {name: certain, expression: "!process.conditional"}
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
`],["settings/bind-port-mismatch.yaml",`id: bind-port-mismatch
title: The server listens on the port that is asked for
severity: warning
confidence: practice
roles: [web]
each: container.probes
matchConditions:
  - {name: alone, expression: "pod.containers == 1 && container.servers == 1 && !process.conditional"}
  - {name: asks-a-port, expression: "each.kind in ['http', 'tcp'] && each.port != null"}
validations:
  - expression: size(process.ports) == 0 || each.port in process.ports
    messageExpression: "'the %s asks port %d, but %s listens on %d; want one port'.format([each.probe, each.port, process.program, process.ports[0]])"
    target: container.{each.probe}.{each.kind}Get.port
rationale: |
  Nothing answers on a port that no process listens on: the probe fails, the pod never becomes ready, and a liveness probe
  restarts it for ever. With another container in the pod, which may listen there, the policy is silent.
references:
  - https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/
  - https://gunicorn.org/reference/settings/#bind
examples:
  invalid:
    - name: another port
      line: 12
      message: "the livenessProbe asks port 8080, but gunicorn listens on 8000"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
              livenessProbe:
                httpGet:
                  path: /
                  port: 8080
  valid:
    - name: the same port
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
              livenessProbe: {httpGet: {path: /, port: 8000}}
    - name: a proxy in the pod
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -b, "127.0.0.1:8000"]
              livenessProbe: {httpGet: {path: /, port: 8080}}
            - name: proxy
              image: nginx:1.27
    - name: a port with a name
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -b, "0.0.0.0:8000"]
              ports: [{name: http, containerPort: 8000}]
              livenessProbe: {httpGet: {path: /, port: http}}
`],["settings/celery-autoscale-overrides-concurrency.yaml",`id: celery-autoscale-overrides-concurrency
title: "celery's pool has one size"
severity: info
confidence: fact
programs: [celery]
roles: [worker]
matchConditions:
  - {name: autoscales, expression: "settings.autoscale != null"}
validations:
  - expression: "!(origins.concurrency in ['cli', 'env'])"
    messageExpression: "'concurrency %d does nothing beside --autoscale=%d,%d; want one of them'.format([settings.concurrency, settings.autoscale[0], settings.autoscale[1]])"
    target: settings.concurrency
  - expression: settings.autoscale[1] > 0
    messageExpression: "'--autoscale shrinks to 0 processes, so the first task waits for a start; want a minimum, as in --autoscale=%d,1'.format([settings.autoscale[0]])"
    target: settings.autoscale
    recommendation:
      target: settings.autoscale
      value: "'%d,1'.format([settings.autoscale[0]])"
rationale: |
  With --autoscale the pool starts at the minimum and grows to the maximum; --concurrency does not count. One number alone
  is the maximum over a minimum of 0.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#autoscaling
  - https://github.com/celery/celery/blob/v5.6.3/celery/worker/components.py
examples:
  invalid:
    - name: both
      line: 8
      message: "concurrency 4 does nothing beside --autoscale=8,2"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "4", "--autoscale=8,2"]
    - name: one number
      line: 8
      message: "--autoscale shrinks to 0 processes"
      recommendation: "--autoscale=8,1"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --autoscale=8]
  valid:
    - name: a pair
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, "--autoscale=8,2"]
    - name: "a pair in the other order, which celery sorts"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, "--autoscale=2,8"]
`],["settings/celery-legacy-cli.yaml",`id: celery-legacy-cli
title: Options of celery stand where celery 5 reads them
severity: warning
confidence: fact
programs: [celery]
matchConditions:
  - {name: refused, expression: process.startupError != null}
validations:
  - expression: process.legacyWord == null
    messageExpression: "'celery 5 refuses \\"%s\\" here: %s; want global options in front of the sub-command and the names of celery 5'.format([process.legacyWord, process.startupError])"
    target: process.legacyWord
rationale: |
  Since celery 5 the options of the program (-A, -b, --workdir and so on) stand in front of the sub-command, and
  --maxtasksperchild is --max-tasks-per-child. Verified with 5.6.3, which ends with "No such option"; celery 4 accepts
  both, so this is a warning while the version is not known.
references:
  - https://docs.celeryq.dev/en/stable/history/whatsnew-5.0.html
  - https://docs.celeryq.dev/en/stable/reference/cli.html
examples:
  invalid:
    - name: the app behind the sub-command
      line: 11
      message: "celery 5 refuses \\"-A\\" here"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command:
              - celery
              - worker
              - -A
              - shop
  valid:
    - name: the app in front
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --max-tasks-per-child=3]
    - name: a queue of that name
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, --app=shop, worker, --queues, app]
`],["settings/celery-node-name-shared.yaml",`id: celery-node-name-shared
title: Each worker has a name of its own
severity: warning
confidence: fact
programs: [celery]
roles: [worker]
matchConditions:
  - {name: several, expression: "workload.replicasMax == null || workload.replicasMax > 1"}
  - {name: not-filled-in, expression: "!workload.isTemplate"}
  - {name: named, expression: "settings.hostname != null"}
validations:
  - expression: "settings.hostname.looksLike('*%[hnd]*') || settings.hostname.contains('%h') || settings.hostname.contains('%n') || settings.hostname.contains('%d') || settings.hostname.contains('$') || settings.hostname == ''"
    messageExpression: "'every replica is named %s, so they answer for one another; want %s'.format([settings.hostname.contains('@') ? settings.hostname : 'celery@' + settings.hostname, settings.hostname.contains('@') ? settings.hostname.split('@')[0] + '@%h' : settings.hostname + '@%h'])"
    target: settings.hostname
    recommendation:
      target: settings.hostname
      value: "settings.hostname.contains('@') ? settings.hostname.split('@')[0] + '@%h' : settings.hostname + '@%h'"
rationale: |
  A name without %h is the same in every pod (verified: -n worker1 becomes celery@worker1). The documentation asks for
  unique names: with equal ones remote control, \`inspect ping -d\` and monitors reach any of the workers, and a probe
  reports a sibling's health.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#starting-the-worker
examples:
  invalid:
    - name: one name for three
      line: 11
      message: "every replica is named celery@mail"
      recommendation: "--hostname=mail@%h"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 3
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", -n, mail]
  valid:
    - name: the name of the pod
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 3
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", -n, "mail@%h"]
    - name: one worker
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 1
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", -n, mail]
`],["settings/celery-pool-ignores-option.yaml",`id: celery-pool-ignores-option
title: "celery's options are ones that its pool reads"
severity: warning
confidence: fact
programs: [celery]
roles: [worker]
variables:
  - {name: pool, expression: settings.pool_effective}
  - {name: isOther, expression: "settings.pool_effective in ['gevent', 'eventlet', 'threads', 'solo']"}
validations:
  - expression: "!(variables.isOther && settings.max_tasks_per_child != null && settings.max_tasks_per_child > 0)"
    messageExpression: "'max-tasks-per-child %d does nothing: the %s pool has no children; want prefork or no --max-tasks-per-child'.format([settings.max_tasks_per_child, variables.pool])"
    target: settings.max_tasks_per_child
  - expression: "!(variables.isOther && settings.max_memory_per_child != null && settings.max_memory_per_child > 0)"
    messageExpression: "'max-memory-per-child %d does nothing: the %s pool has no children; want prefork or no --max-memory-per-child'.format([settings.max_memory_per_child, variables.pool])"
    target: settings.max_memory_per_child
  - expression: "!(variables.isOther && settings.soft_time_limit != null && settings.soft_time_limit > 0)"
    messageExpression: "'soft-time-limit %d does nothing in the %s pool; want prefork, or a timeout in the task'.format([settings.soft_time_limit, variables.pool])"
    target: settings.soft_time_limit
  - expression: "!(variables.pool in ['threads', 'solo'] && settings.time_limit != null && settings.time_limit > 0)"
    messageExpression: "'time-limit %d does nothing in the %s pool; want prefork, or a timeout in the task'.format([settings.time_limit, variables.pool])"
    target: settings.time_limit
  - expression: "!(variables.pool == 'solo' && origins.concurrency in ['cli', 'env'] && settings.concurrency > 1)"
    messageExpression: "'concurrency %d does nothing: the solo pool runs one task at a time; want another pool or more replicas'.format([settings.concurrency])"
    target: settings.concurrency
rationale: |
  Only the prefork pool has child processes that can be replaced or interrupted. The documentation warns that another pool
  silently disables soft time limits and max-tasks-per-child; solo runs one task whatever the concurrency. Whoever wrote
  the option relies on a protection that is not there.
references:
  - https://docs.celeryq.dev/en/stable/userguide/concurrency/index.html
  - https://github.com/celery/celery/blob/v5.6.3/celery/concurrency/solo.py
examples:
  invalid:
    - name: children of threads
      line: 8
      message: "max-tasks-per-child 100 does nothing: the threads pool has no children"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, threads, -c, "8", --max-tasks-per-child=100]
    - name: "eight at a time, alone"
      line: 8
      message: concurrency 8 does nothing
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, solo, -c, "8"]
  valid:
    - name: prefork reads them all
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "4", --max-tasks-per-child=100, --soft-time-limit=60]
    - name: gevent has a hard time limit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, gevent, -c, "100", --time-limit=60]
`],["settings/celery-soft-limit-not-below-hard.yaml",`id: celery-soft-limit-not-below-hard
title: The soft time limit comes before the hard one
severity: warning
confidence: fact
programs: [celery]
roles: [worker]
validations:
  - expression: settings.soft_time_limit == null || settings.time_limit == null || settings.soft_time_limit == 0 || settings.time_limit == 0 || settings.soft_time_limit < settings.time_limit
    messageExpression: "'the soft time limit of %d s never comes, because tasks are killed after %d s; want at most %d'.format([settings.soft_time_limit, settings.time_limit, floor(settings.time_limit * 0.9)])"
    target: settings.soft_time_limit
    recommendation: max(1, floor(settings.time_limit * 0.9))
rationale: |
  The soft limit raises an exception in the task, which can then clean up; the hard limit kills the process. When the hard
  one is not later, no task ever gets the exception: verified with 5.6.3, where a limit of 2 s killed the task before the
  soft limit of 5 s.
references:
  - https://docs.celeryq.dev/en/stable/userguide/workers.html#time-limits
examples:
  invalid:
    - name: the wrong way round
      line: 8
      message: the soft time limit of 600 s never comes
      recommendation: "--soft-time-limit=270"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --soft-time-limit=600, --time-limit=300]
  valid:
    - name: soft before hard
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --soft-time-limit=270, --time-limit=300]
    - name: one alone
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --soft-time-limit=600]
`],["settings/celery-zero-ignored.yaml",`id: celery-zero-ignored
title: A concurrency of 0 is not meant
severity: warning
confidence: fact
programs: [celery]
roles: [worker]
validations:
  - expression: process.zeroWord == null
    messageExpression: "'\\"%s\\" means that nothing is given, so celery takes the configuration or the CPU count of the node; want a number'.format([process.zeroWord])"
    target: process.zeroWord
  - expression: "!('CELERY_WORKER_CONCURRENCY' in container.variables) || container.values.CELERY_WORKER_CONCURRENCY != '0'"
    message: CELERY_WORKER_CONCURRENCY 0 means that nothing is given, so celery takes the configuration or the CPU count of the node; want a number
    target: env.CELERY_WORKER_CONCURRENCY
rationale: |
  celery takes the first value that is not empty, and 0 counts as empty: a concurrency of 0 becomes one process for each
  CPU of the node, a prefetch multiplier of 0 becomes 4 and not "no limit". Only the setting worker_prefetch_multiplier in
  the application can be 0.
references:
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#worker-concurrency
  - https://github.com/celery/celery/blob/v5.6.3/celery/worker/worker.py
examples:
  invalid:
    - name: no processes
      line: 8
      message: "\\"--concurrency=0\\" means that nothing is given"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=0]
  valid:
    - name: one process
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=1]
    - name: no time limit
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=1, --max-tasks-per-child=0]
`],["settings/click-short-equals.yaml",`id: click-short-equals
title: Short options take their value without an equals sign
severity: error
confidence: fact
programs: [celery, uvicorn, granian, rq]
matchConditions:
  - {name: certain, expression: "!process.conditional && !workload.isTemplate"}
validations:
  - expression: "process.equalsShortFlag == null || process.startupError == null"
    messageExpression: "'\\"%s\\" is read with the equals sign as part of the value, and %s does not start: %s'.format([process.equalsShortFlag, process.program, process.startupError])"
    target: process.equalsShortFlag
    recommendation:
      target: process.equalsShortFlag
      value: "process.equalsShortFlag.replaceFirst('=', '')"
rationale: |
  These programs read -c=4 as the option -c with the value "=4". Verified with celery 5.6.3: "'=4' is not a valid
  integer", and the container restarts for ever. Short options take the value behind them or in the next word, long ones
  after an equals sign.
references:
  - https://click.palletsprojects.com/en/stable/options/
  - https://docs.celeryq.dev/en/stable/reference/cli.html
examples:
  invalid:
    - name: a short option of celery
      line: 8
      message: "\\"-c=4\\" is read with the equals sign"
      recommendation: "-c4"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c=4]
  valid:
    - name: a long option
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --concurrency=4]
    - name: gunicorn reads it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w=4]
`],["settings/daemonized.yaml",`id: daemonized
title: The server stays in the foreground
severity: error
confidence: fact
programs: [gunicorn, celery, uwsgi]
variables:
  - {name: detaches, expression: "process.program == 'gunicorn' ? settings.daemon : process.program == 'celery' ? settings.detach : settings.daemonize != null"}
matchConditions:
  - {name: certain, expression: "!process.conditional && process.isLast"}
validations:
  - expression: "!variables.detaches"
    messageExpression: "'%s goes to the background, so the container ends as soon as it has started; want it in the foreground'.format([process.program])"
    target: "process.program"
rationale: |
  A container lives as long as its first process. A server that detaches leaves that process with nothing to do: it ends,
  and the kernel takes the server with it. Verified as PID 1 of a PID namespace: \`gunicorn -D\` (26.2.0), \`celery worker
  --detach\`, \`celery beat --detach\`, \`celery multi start\` (5.6.3), which detaches always, and \`uwsgi --daemonize\` (2.0.31)
  end within a second with code 0, and nothing stays alive.
references:
  - https://gunicorn.org/reference/settings/#daemon
  - https://github.com/celery/celery/blob/v5.6.3/celery/bin/worker.py
  - https://docs.celeryq.dev/en/v5.6.3/reference/celery.bin.multi.html
  - https://uwsgi-docs.readthedocs.io/en/latest/Options.html#daemonize
  - https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/
examples:
  invalid:
    - name: a daemon
      line: 8
      message: gunicorn goes to the background
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -D]
    - name: celery multi
      line: 8
      message: celery goes to the background
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, multi, start, w1, -A, shop, -c, "2"]
    - name: a worker that detaches
      line: 8
      message: celery goes to the background
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --detach]
    - name: uWSGI with a log file
      line: 8
      message: uwsgi goes to the background
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uwsgi, "--http=:8000", --master, --daemonize=/var/log/uwsgi.log, --module=shop.wsgi]
  valid:
    - name: the foreground
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
    - name: something else stays
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [sh, -c, "gunicorn shop.wsgi -D && tail -f /var/log/shop.log"]
`],["settings/dev-flags.yaml",`id: dev-flags
title: Servers run without options for development
severity: warning
confidence: fact
matchConditions:
  - {name: certain, expression: "!process.conditional"}
variables:
  - {name: reloads, expression: "has(settings.reload) && settings.reload == true"}
  - {name: watches, expression: "has(settings.watch) && settings.watch != null"}
validations:
  - expression: "!variables.reloads"
    messageExpression: "'--reload watches the files of %s for changes that an image never has%s; want it only in development'.format([process.program, process.program == 'uvicorn' ? ', and runs one worker whatever is asked for' : ''])"
    target: settings.reload
  - expression: "!variables.watches"
    messageExpression: "'--watch restarts %s when files change, which an image never does; want it only in development'.format([process.program])"
    target: settings.watch
  - expression: "!(has(settings.spew) && settings.spew == true)"
    message: --spew prints every line that gunicorn executes; want it only when you debug
    target: settings.spew
  - expression: "!process.via.exists(label, label in ['watchmedo', 'nodemon', 'watchfiles'])"
    messageExpression: "'%s restarts %s when files change, which an image never does; want it only in development'.format([process.via.filter(label, label in ['watchmedo', 'nodemon', 'watchfiles'])[0], process.program])"
    target: process.command
rationale: |
  Options that reload the application watch its files all the time, start a second process, and some restart on a touched
  log file. uvicorn ignores --workers with --reload.
references:
  - https://gunicorn.org/reference/settings/#reload
  - https://www.uvicorn.org/settings/#development
examples:
  invalid:
    - name: reload in a Deployment
      line: 8
      message: "--reload watches the files of uvicorn"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --host=0.0.0.0, --reload]
  valid:
    - name: without
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --host=0.0.0.0]
    - name: only when it is asked for
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [sh, -c, "if [ -n \\"$DEV\\" ]; then exec uvicorn shop:app --reload; fi; exec uvicorn shop:app"]
`],["settings/env-not-read.yaml",`id: env-not-read
title: Variables that look like settings are read
severity: warning
confidence: practice
programs: [gunicorn, celery]
each: "process.program == 'gunicorn' ? ['GUNICORN_WORKERS', 'GUNICORN_THREADS', 'GUNICORN_TIMEOUT', 'GUNICORN_BIND', 'GUNICORN_WORKER_CLASS'].filter(name, name in container.values).map(name, {'name': name}) : ['CELERY_CONCURRENCY', 'CELERYD_CONCURRENCY', 'CELERY_WORKERS'].filter(name, name in container.values).map(name, {'name': name})"
matchConditions:
  - {name: own-words, expression: "process.role in ['web', 'worker'] && process.via.all(label, label in ['tini', 'dumb-init', 'exec', 'sh -c', 'bash -c', '/bin/sh -c', '/bin/bash -c'])"}
  - {name: no-configuration-file, expression: "process.program != 'gunicorn' || origins.config == 'default'"}
  - {name: undecided, expression: "process.program != 'celery' || 'concurrency' in process.cpuCountSettings"}
validations:
  - expression: each.name in process.variablesInUse
    messageExpression: "'%s does not read %s (%s here); want %s'.format([process.program, each.name, container.values[each.name], process.program == 'celery' ? 'CELERY_WORKER_CONCURRENCY' : each.name == 'GUNICORN_WORKERS' ? 'WEB_CONCURRENCY' : 'GUNICORN_CMD_ARGS'])"
    target: env.{each.name}
rationale: |
  gunicorn reads GUNICORN_CMD_ARGS, WEB_CONCURRENCY and PORT; celery reads CELERY_WORKER_CONCURRENCY. Names such as
  GUNICORN_WORKERS mean something only to a script or a configuration file that uses them (verified: gunicorn 26.2.0
  starts one worker with GUNICORN_WORKERS=4). When your own gunicorn.conf.py or settings module reads the variable, ignore
  this with that reason.
references:
  - https://gunicorn.org/configure/
  - https://docs.celeryq.dev/en/stable/reference/cli.html
examples:
  invalid:
    - name: a number that nobody reads
      line: 11
      message: gunicorn does not read GUNICORN_WORKERS (4 here); want WEB_CONCURRENCY
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
                - name: GUNICORN_WORKERS
                  value: "4"
  valid:
    - name: the command uses it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=$(GUNICORN_WORKERS)]
              env: [{name: GUNICORN_WORKERS, value: "4"}]
    - name: a configuration file may read it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -c, /etc/shop/gunicorn.py]
              env: [{name: GUNICORN_WORKERS, value: "4"}]
    - name: a script starts it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [/entrypoint.sh, gunicorn, shop.wsgi]
              env: [{name: GUNICORN_WORKERS, value: "4"}]
`],["settings/env-order.yaml",`id: env-order
title: Variables refer to variables above them
severity: error
confidence: fact
scope: container
each: container.lateReferences
matchConditions:
  - {name: complete, expression: "!workload.isTemplate"}
  - {name: no-service, expression: "!each.reference.looksLike('*_SERVICE_HOST') && !each.reference.looksLike('*_SERVICE_PORT')"}
validations:
  - expression: each.reference == ''
    messageExpression: "'%s is \\"%s\\", and %s is defined only below, so its name stays in the value; want it above'.format([each.name, each.value, each.reference])"
    target: env.{each.name}
rationale: |
  The kubelet fills in $(NAME) from the variables that stand above in the list, from envFrom, and from those that it makes
  of the Services in the namespace, such as REDIS_SERVICE_HOST. A variable further down is not known yet, and the text stays as it is written, which a server then takes for a host or a number.
references:
  - https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/kubelet/kubelet_pods.go#L845-L852
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/third_party/forked/golang/expansion/expand.go#L23-L34
examples:
  invalid:
    - name: the host stands below
      line: 11
      message: REDIS_HOST is defined only below
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env:
                - name: CELERY_BROKER_URL
                  value: redis://$(REDIS_HOST):6379/0
                - name: REDIS_HOST
                  value: redis
  valid:
    - name: the host stands above
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env:
                - name: REDIS_HOST
                  value: redis
                - name: CELERY_BROKER_URL
                  value: redis://$(REDIS_HOST):6379/0
    - name: the kubelet makes it of a Service
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env:
                - name: CELERY_BROKER_URL
                  value: redis://$(REDIS_SERVICE_HOST):6379/0
                - name: REDIS_SERVICE_HOST
                  value: redis
    - name: no reference at all
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2"]
              env:
                - name: PRICE_FORMAT
                  value: $$(REDIS_HOST)
                - name: REDIS_HOST
                  value: redis
`],["settings/forwarded-allow-ips-any.yaml",`id: forwarded-allow-ips-any
title: Addresses of clients come from a proxy
severity: info
confidence: heuristic
programs: [gunicorn, uvicorn]
matchConditions:
  - {name: reached-directly, expression: "workload.services.exists(service, service.type in ['LoadBalancer', 'NodePort']) && pod.containers == 1"}
validations:
  - expression: "settings.forwarded_allow_ips != '*'"
    messageExpression: "'%s believes X-Forwarded-For of everybody, and the Service %s lets everybody in; want the addresses of the proxy'.format([process.program, workload.services[0].name])"
    target: settings.forwarded_allow_ips
rationale: |
  With * the server takes scheme and address of the client from headers that any client can send. Behind an Ingress that
  overwrites them this is fine; a Service of type LoadBalancer or NodePort passes them on.
references:
  - https://gunicorn.org/reference/settings/#forwarded_allow_ips
  - https://www.uvicorn.org/settings/#http
examples:
  invalid:
    - name: everybody behind a LoadBalancer
      line: 11
      message: uvicorn believes X-Forwarded-For of everybody
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [uvicorn, "shop:app", --host=0.0.0.0, "--forwarded-allow-ips=*"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: LoadBalancer
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
  valid:
    - name: inside the cluster
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [uvicorn, "shop:app", --host=0.0.0.0, "--forwarded-allow-ips=*"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: one proxy
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [uvicorn, "shop:app", --host=0.0.0.0, --forwarded-allow-ips=10.0.0.1]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: LoadBalancer
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
`],["settings/gthread-few-threads.yaml",`id: gthread-few-threads
title: Threaded workers have enough threads
severity: info
confidence: heuristic
programs: [gunicorn]
matchConditions:
  - {name: threaded, expression: "settings.worker_class_effective == 'gthread'"}
  - {name: several, expression: "settings.workers > 1 && settings.threads > 1"}
  - {name: waits, expression: "sizing.profile != 'cpu'"}
validations:
  - expression: settings.threads >= 4
    messageExpression: "'%d threads in each of %d workers; want at least 4, or sync workers'.format([settings.threads, settings.workers])"
    target: settings.threads
    recommendation:
      target: settings.threads
      value: "4.0"
rationale: |
  gthread workers take connections before a thread is free, so with few threads a request waits in a busy worker beside an
  idle one. From four threads on the effect is small: at one core two workers with four threads have a 95th percentile of
  84 ms, one with four 171 ms, four with one 508 ms.
references:
  - https://gunicorn.org/reference/settings/#threads
  - https://github.com/benoitc/gunicorn/issues/3518
examples:
  invalid:
    - name: two threads each
      line: 8
      message: 2 threads in each of 3 workers
      recommendation: "--threads=4"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "3", --threads=2]
  valid:
    - name: four threads
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "3", --threads=4]
    - name: one worker only
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=2]
`],["settings/gthread-implicit.yaml",`id: gthread-implicit
title: Threads are asked for by name
severity: info
confidence: fact
programs: [gunicorn]
validations:
  - expression: "!(settings.worker_class_effective == 'gthread' && settings.threads > 1 && (origins.worker_class == 'default' || settings.worker_class == 'sync'))"
    messageExpression: "'%d threads turn the sync workers into gthread workers; want --worker-class=gthread, so that it can be read'.format([settings.threads])"
    target: settings.threads
    alternatives:
      - {field: settings.worker_class, value: "'gthread'"}
rationale: |
  gunicorn replaces the class sync by gthread when there is more than one thread. The two differ in more than threads:
  gthread keeps connections alive, and its timeout is no limit for a request. Whoever reads only the class, and
  \`--print-config\` itself, sees sync.
references:
  - https://gunicorn.org/reference/settings/#threads
  - https://github.com/benoitc/gunicorn/blob/master/gunicorn/config.py
examples:
  invalid:
    - name: threads without a class
      line: 8
      message: 4 threads turn the sync workers into gthread workers
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=4]
  valid:
    - name: by name
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -k, gthread, --threads=4]
    - name: one thread
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=1]
`],["settings/gthread-one-thread.yaml",`id: gthread-one-thread
title: Workers with threads have several
severity: warning
confidence: practice
programs: [gunicorn]
matchConditions:
  - {name: threaded, expression: "settings.worker_class == 'gthread'"}
validations:
  - expression: settings.threads > 1
    messageExpression: "'gthread workers have one thread each, and connections queue behind a busy worker while another idles; want --threads=%d'.format([sizing.recommended.threads > 1 ? sizing.recommended.threads : 4.0])"
    target: settings.worker_class
    recommendation:
      target: settings.threads
      value: "sizing.recommended.threads > 1 ? sizing.recommended.threads : 4.0"
rationale: |
  A gthread worker accepts connections while its threads are busy, up to worker_connections. With one thread they wait
  there although a sibling is idle: measured with four workers of one thread at one core the 95th percentile is 508 ms,
  with four sync workers 113 to 213 ms.
references:
  - https://gunicorn.org/reference/settings/#threads
  - https://github.com/benoitc/gunicorn/blob/master/gunicorn/workers/gthread.py
examples:
  invalid:
    - name: the class without threads
      line: 8
      message: gthread workers have one thread each
      recommendation: "--threads=4"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -k, gthread, -w, "4"]
  valid:
    - name: four threads
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -k, gthread, -w, "4", --threads=4]
    - name: sync workers
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "4"]
`],["settings/invalid-count-value.yaml",`id: invalid-count-value
title: Numbers of workers, threads and processes are numbers that start
severity: error
confidence: fact
variables:
  - {name: counts, expression: "['workers', 'threads', 'concurrency', 'timeout', 'graceful_timeout', 'keepalive', 'max_requests', 'max_requests_jitter', 'backlog', 'worker_connections', 'autoscale', 'prefetch_multiplier', 'max_tasks_per_child', 'max_memory_per_child', 'time_limit', 'soft_time_limit']"}
matchConditions:
  - {name: certain, expression: "!process.conditional && !workload.isTemplate"}
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
`],["settings/invalid-option.yaml",`id: invalid-option
title: The command line is one that the program takes
severity: error
confidence: fact
variables:
  - {name: counts, expression: "['workers', 'threads', 'concurrency', 'timeout', 'graceful_timeout', 'keepalive', 'max_requests', 'max_requests_jitter', 'backlog', 'worker_connections', 'autoscale', 'prefetch_multiplier', 'max_tasks_per_child', 'max_memory_per_child', 'time_limit', 'soft_time_limit']"}
matchConditions:
  - {name: certain, expression: "!process.conditional && !workload.isTemplate"}
  - {name: refused, expression: process.startupError != null}
  - {name: not-a-number, expression: "process.startupErrorSetting == null || !(process.startupErrorSetting in variables.counts)"}
  - {name: no-better-policy, expression: "process.spacedWord == null && process.unexpandedWord == null && process.undefinedReference == null && process.equalsShortFlag == null && process.legacyWord == null"}
  - {name: application-given, expression: "process.startupError != 'No application module specified.'"}
validations:
  - expression: process.startupError == null
    messageExpression: "'%s does not start: %s'.format([process.program, process.startupError])"
    target: process.startupError
rationale: |
  A program that refuses its command line ends with code 1 or 2 before it serves anything, and the kubelet starts it again
  and again. The sentence is the one that the program itself prints.
references:
  - https://gunicorn.org/reference/settings/
  - https://docs.celeryq.dev/en/stable/reference/cli.html
examples:
  invalid:
    - name: a misspelt option
      line: 8
      message: "gunicorn does not start: "
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --wrokers=3]
    - name: a pool that does not exist
      line: 8
      message: "celery does not start: "
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, --pool=process]
  valid:
    - name: an abbreviation that is clear
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --thread, "3"]
    - name: on a branch that may not run
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [sh, -c, "if [ -n \\"$DEBUG\\" ]; then exec gunicorn shop.wsgi --wrokers=3; else exec gunicorn shop.wsgi; fi"]
`],["settings/log-level-debug.yaml",`id: log-level-debug
title: Servers do not log at debug level
severity: info
confidence: heuristic
programs: [gunicorn, celery, uvicorn]
variables:
  - {name: level, expression: "process.program == 'celery' ? settings.loglevel : process.program == 'gunicorn' ? settings.loglevel : settings.log_level"}
matchConditions:
  - {name: certain, expression: "!process.conditional"}
validations:
  - expression: "variables.level == null || !(variables.level.lowerAscii() in ['debug', 'trace'])"
    messageExpression: "'%s logs at level %s, which costs CPU for each request and may show secrets; want info'.format([process.program, variables.level])"
    target: process.command
rationale: |
  At debug level gunicorn prints its whole configuration and celery prints tasks with their arguments. Log lines cost CPU
  and storage, and arguments hold what nobody wants in a log.
references:
  - https://gunicorn.org/reference/settings/#loglevel
  - https://docs.celeryq.dev/en/stable/reference/cli.html
examples:
  invalid:
    - name: debug
      line: 8
      message: celery logs at level DEBUG
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", -l, debug]
  valid:
    - name: info
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", -l, info]
    - name: the default
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
`],["settings/pidfile-on-volume.yaml",`id: pidfile-on-volume
title: A pid file does not outlive its process
severity: warning
confidence: practice
programs: [celery]
matchConditions:
  - {name: written, expression: "settings.pidfile != null && settings.pidfile != ''"}
validations:
  - expression: "!container.mounts.exists(mount, settings.pidfile.startsWith(mount + '/'))"
    messageExpression: "'%s stays on its volume when the container is killed, and the next celery finds its own pid in it; want --pidfile='.format([settings.pidfile])"
    target: settings.pidfile
rationale: |
  Volumes keep their files when a container restarts. celery compares the pid in the file with the processes that run, and
  in a container that is 1 again, so it believes that another beat or worker is running and ends.
references:
  - https://docs.celeryq.dev/en/stable/reference/cli.html
  - https://github.com/cookiecutter/cookiecutter-django/issues/2729
examples:
  invalid:
    - name: on a volume
      line: 9
      message: /var/run/shop/beat.pid stays on its volume
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: beat
        spec:
          volumes: [{name: run, emptyDir: {}}]
          containers:
            - name: beat
              command: [celery, -A, shop, beat, --pidfile=/var/run/shop/beat.pid]
              volumeMounts: [{name: run, mountPath: /var/run/shop}]
  valid:
    - name: in the image
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: beat
        spec:
          containers:
            - name: beat
              command: [celery, -A, shop, beat, --pidfile=/tmp/beat.pid]
    - name: no file
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: beat
        spec:
          volumes: [{name: run, emptyDir: {}}]
          containers:
            - name: beat
              command: [celery, -A, shop, beat, --pidfile=]
              volumeMounts: [{name: run, mountPath: /var/run/shop}]
`],["settings/purge-on-start.yaml",`id: purge-on-start
title: A restart does not throw away tasks
severity: warning
confidence: fact
programs: [celery]
roles: [worker]
matchConditions:
  - {name: restarts, expression: "!workload.isBatch && !process.conditional"}
validations:
  - expression: "!settings.purge"
    message: --purge deletes every waiting task whenever a pod starts; want it only in a command that you run by hand
    target: settings.purge
rationale: |
  Pods start at rollouts, when nodes are drained, when a probe fails and when an autoscaler adds one. Each start with
  --purge (or CELERY_WORKER_PURGE=1) empties the queues of the whole system.
references:
  - https://docs.celeryq.dev/en/stable/reference/cli.html
  - https://docs.celeryq.dev/en/stable/faq.html#how-do-i-purge-all-waiting-tasks
examples:
  invalid:
    - name: purge in a Deployment
      line: 10
      message: "--purge deletes every waiting task"
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
                  command: [celery, -A, shop, worker, -c, "2", --purge]
  valid:
    - name: without
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
                  command: [celery, -A, shop, worker, -c, "2"]
    - name: a job that is run by hand
      manifest: |
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: job
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: job
                  command: [celery, -A, shop, worker, -c, "2", --purge]
`],["settings/server-in-job.yaml",`id: server-in-job
title: A Job ends
severity: warning
confidence: practice
roles: [web]
matchConditions:
  - {name: batch, expression: "workload.kind in ['Job', 'CronJob'] && container.role == 'container'"}
  - {name: certain, expression: "!process.conditional && process.isLast && !process.via.exists(label, label == 'timeout')"}
  - {name: foreground, expression: "process.termination == 'pid1'"}
validations:
  - expression: "workload.kind == ''"
    messageExpression: "'%s serves until it is stopped, so this %s never completes; want a Deployment'.format([process.program, workload.kind])"
    target: process.command
rationale: |
  A Job completes when its containers end by themselves, and a web server does not. The pod runs on, a CronJob piles them
  up or skips its next run, and nothing reports an error.
references:
  - https://kubernetes.io/docs/concepts/workloads/controllers/job/
  - https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/
examples:
  invalid:
    - name: a web server in a CronJob
      line: 14
      message: "gunicorn serves until it is stopped, so this CronJob never completes"
      manifest: |
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: job
        spec:
          schedule: "0 3 * * *"
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - name: job
                      command: [gunicorn, shop.wsgi]
  valid:
    - name: a Deployment
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
                  command: [gunicorn, shop.wsgi]
    - name: a server for the time of a test
      manifest: |
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: job
        spec:
          template:
            spec:
              restartPolicy: Never
              containers:
                - name: job
                  command: [sh, -c, "gunicorn shop.wsgi & pytest"]
`],["settings/service-link-collision.yaml",`id: service-link-collision
title: No Service gives a server its options
severity: error
confidence: fact
variables:
  - {name: service, expression: "process.program == 'celery' ? 'flower' : process.program"}
  - {name: variable, expression: "process.program == 'uvicorn' ? 'UVICORN_PORT' : process.program == 'granian' ? 'GRANIAN_PORT' : 'FLOWER_PORT'"}
matchConditions:
  - {name: reads-a-port, expression: "process.program in ['uvicorn', 'granian', 'flower'] || (process.program == 'celery' && process.role == 'monitor' && process.command.contains('flower'))"}
  - {name: links, expression: pod.enableServiceLinks}
  - {name: not-overridden, expression: "!(variables.variable in container.variables)"}
  - {name: no-flag, expression: "!(process.program in ['uvicorn', 'granian']) || !process.command.contains(' --port')"}
validations:
  - expression: "!system.services.exists(service, service.name == variables.service && service.namespace == workload.namespace)"
    messageExpression: "'the Service named %s sets %s=tcp://\u2026 in this pod, and %s does not start with it; want enableServiceLinks: false or another name'.format([variables.service, variables.variable, variables.service])"
    target: pod.enableServiceLinks
    recommendation:
      target: pod.enableServiceLinks
      value: "false"
rationale: |
  For each Service of the namespace the kubelet sets variables such as NAME_PORT=tcp://10.0.0.1:80. Programs that read
  their options from variables with their own name as prefix take that for a port. Verified with uvicorn 0.54, granian and
  flower: each ends with "not a valid integer" or a ValueError, flower even when --port is given.
references:
  - https://kubernetes.io/docs/tutorials/services/connect-applications-service/#accessing-the-service
  - https://github.com/mher/flower/issues/738
examples:
  invalid:
    - name: a Service named flower
      line: 8
      message: the Service named flower sets FLOWER_PORT
      recommendation: "enableServiceLinks: false"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: flower
        spec:
          template:
            spec:
              containers:
                - name: flower
                  command: [celery, -A, shop, flower]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: flower}
        spec: {selector: {app: flower}, ports: [{port: 5555}]}
  valid:
    - name: no links
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: flower
        spec:
          template:
            spec:
              enableServiceLinks: false
              containers:
                - name: flower
                  command: [celery, -A, shop, flower]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: flower}
        spec: {selector: {app: flower}, ports: [{port: 5555}]}
    - name: another name
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: flower
        spec:
          template:
            spec:
              containers:
                - name: flower
                  command: [celery, -A, shop, flower]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: celery-flower}
        spec: {selector: {app: flower}, ports: [{port: 5555}]}
    - name: the option wins over the variable
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: uvicorn
        spec:
          template:
            spec:
              containers:
                - name: uvicorn
                  command: [uvicorn, "shop:app", --port, "8000"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: uvicorn}
        spec: {selector: {app: web}, ports: [{port: 80}]}
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
`],["settings/shadowed-setting.yaml",`id: shadowed-setting
title: A setting is given once
severity: info
confidence: fact
programs: [gunicorn, celery, uvicorn]
variables:
  - {name: name, expression: "process.program == 'celery' ? 'CELERY_WORKER_CONCURRENCY' : 'WEB_CONCURRENCY'"}
  - {name: flag, expression: "process.program == 'celery' ? '--concurrency' : '--workers'"}
matchConditions:
  - {name: role, expression: "process.role in ['web', 'worker']"}
  - {name: both, expression: "variables.name in container.values && process.sizeOrigin in ['cli', 'configFile']"}
  - {name: unused, expression: "!process.command.contains(variables.name)"}
validations:
  - expression: container.values[variables.name] == numberText(process.sizeValue)
    messageExpression: "'%s is %s, but %s %d wins; want one of them'.format([variables.name, container.values[variables.name], variables.flag, process.sizeValue])"
    target: process.processes
rationale: |
  The command line wins over the configuration file, that over the variable. A second value with another number is one
  that somebody believes in, and that somebody will edit without effect.
references:
  - https://gunicorn.org/configure/
  - https://docs.celeryq.dev/en/stable/reference/cli.html
examples:
  invalid:
    - name: two numbers of workers
      line: 8
      message: "WEB_CONCURRENCY is 4, but --workers 2 wins"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=2]
              env:
                - name: WEB_CONCURRENCY
                  value: "4"
  valid:
    - name: the same number
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=4]
              env: [{name: WEB_CONCURRENCY, value: "4"}]
    - name: one alone
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
              env: [{name: WEB_CONCURRENCY, value: "4"}]
`],["settings/timeout-disabled.yaml",`id: timeout-disabled
title: A worker that hangs is replaced
severity: warning
confidence: practice
programs: [gunicorn]
matchConditions:
  - {name: pods-restart, expression: "workload.kind != 'Service'"}
validations:
  - expression: settings.timeout > 0
    message: timeout 0 leaves a worker that hangs in place for ever; want a timeout above the longest request
    target: settings.timeout
    recommendation:
      target: settings.timeout
      value: "120.0"
rationale: |
  gunicorn kills a worker that has not reported for \`timeout\` seconds. With 0 it never does: a sync worker that waits for
  a dead database is lost until the pod restarts, and each one that follows too.
references:
  - https://gunicorn.org/reference/settings/#timeout
examples:
  invalid:
    - name: no timeout
      line: 8
      message: timeout 0 leaves a worker that hangs
      recommendation: "--timeout=120"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --timeout=0]
  valid:
    - name: two minutes
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --timeout=120]
    - name: the default
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi]
`],["settings/timeout-very-long.yaml",`id: timeout-very-long
title: Long work is done by a queue
severity: info
confidence: heuristic
programs: [gunicorn]
params: {most: 120}
matchConditions:
  - {name: synchronous, expression: "settings.worker_class_effective == 'sync'"}
validations:
  - expression: settings.timeout <= params.most
    messageExpression: "'a sync worker may be held by one request for %d s; want at most %d, threads, or a queue'.format([settings.timeout, params.most])"
    target: settings.timeout
rationale: |
  While a sync worker waits, it serves nobody, and a few slow requests stop the pod. The documentation asks to raise the
  timeout noticeably only when you are sure of the effects on sync workers.
references:
  - https://gunicorn.org/reference/settings/#timeout
  - https://gunicorn.org/design/#choosing-a-worker-type
examples:
  invalid:
    - name: ten minutes
      line: 8
      message: a sync worker may be held by one request for 600 s
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --timeout=600]
  valid:
    - name: a minute
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --timeout=60]
    - name: for threads it is no limit of a request
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=8, --timeout=600]
`],["settings/undefined-k8s-var.yaml",`id: undefined-k8s-var
title: Variables in a command are defined
severity: error
confidence: fact
matchConditions:
  - {name: certain, expression: "!workload.isTemplate"}
  - {name: no-service, expression: "process.undefinedReference == null || (!process.undefinedReference.looksLike('*_SERVICE_HOST)*') && !process.undefinedReference.looksLike('*_SERVICE_PORT)*') && !process.undefinedReference.looksLike('*_SERVICE_PORT_*'))"}
validations:
  - expression: process.undefinedReference == null
    messageExpression: "'\\"%s\\" stays as it is written, because the container has no variable of that name; want it among env'.format([process.undefinedReference])"
    target: process.undefinedReference
rationale: |
  Kubernetes replaces $(NAME) in command and args only when the container has the variable, by env, by envFrom or because
  the kubelet makes it of a Service, and leaves everything else alone; ENV of the image does not count. The program gets the characters themselves and refuses them, or takes them for a name.
references:
  - https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/#use-environment-variables-to-define-arguments
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/pkg/kubelet/container/helpers.go#L265-L281
  - https://github.com/kubernetes/kubernetes/blob/v1.36.3/third_party/forked/golang/expansion/expand.go#L23-L34
examples:
  invalid:
    - name: a misspelt variable
      line: 11
      message: "\\"--workers=$(WORKER)\\" stays as it is written"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command:
                - gunicorn
                - shop.wsgi
                - --workers=$(WORKER)
              env: [{name: WORKERS, value: "2"}]
  valid:
    - name: it is defined
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=$(WORKERS)]
              env: [{name: WORKERS, value: "2"}]
    - name: it may come from a ConfigMap
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --workers=$(WORKERS)]
              envFrom: [{configMapRef: {name: elsewhere}}]
    - name: the kubelet makes it of a Service
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --statsd-host=$(STATSD_SERVICE_HOST):8125]
    - name: it is escaped
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --access-logformat=$$(h)]
`],["settings/unexpanded-shell-syntax.yaml",`id: unexpanded-shell-syntax
title: Shell syntax stands where a shell reads it
severity: error
confidence: fact
matchConditions:
  - {name: certain, expression: "!process.conditional"}
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
`],["settings/uvicorn-bind-loopback.yaml",`id: uvicorn-bind-loopback
title: ASGI servers listen where the pod is reached
severity: error
confidence: fact
programs: [uvicorn, granian, fastapi, hypercorn, daphne]
roles: [web]
variables:
  - {name: port, expression: "size(container.ports) > 0 ? container.ports[0] : 8000.0"}
matchConditions:
  - {name: reached, expression: "size(container.ports) > 0 || workload.hasService || container.livenessProbe.kind in ['http', 'tcp'] || container.readinessProbe.kind in ['http', 'tcp']"}
  - {name: no-proxy-in-the-pod, expression: "pod.containers == 1 && !process.conditional"}
  - {name: by-network, expression: "(!has(settings.uds) || settings.uds == null) && (!has(settings.fd) || settings.fd == null) && (!has(settings.unix_socket) || settings.unix_socket == null)"}
  - {name: by-options, expression: "(!has(settings.config) || settings.config == null) && (!has(settings.endpoint) || size(settings.endpoint) == 0)"}
validations:
  - expression: "process.program in ['hypercorn', 'daphne'] || !process.hosts.all(host, host.startsWith('127.') || host == 'localhost' || host == '::1')"
    messageExpression: "'%s listens on %s, which nothing outside the container reaches; want 0.0.0.0'.format([process.program, process.hosts])"
    target: settings.host
    recommendation:
      target: settings.host
      value: "'0.0.0.0'"
  - expression: "process.program != 'hypercorn' || size(settings.insecure_bind) > 0 || !settings.bind.all(address, address.startsWith('127.') || address.startsWith('localhost') || address.startsWith('[::1]'))"
    messageExpression: "'hypercorn listens on %s, which nothing outside the container reaches; want 0.0.0.0:%d'.format([settings.bind, variables.port])"
    target: settings.bind
    recommendation:
      target: settings.bind
      value: "'0.0.0.0:%d'.format([variables.port])"
  - expression: "process.program != 'daphne' || (settings.bind != null && !settings.bind.startsWith('127.') && settings.bind != 'localhost' && settings.bind != '::1')"
    messageExpression: "'daphne listens on %s, which nothing outside the container reaches; want 0.0.0.0'.format([settings.bind == null ? '127.0.0.1' : settings.bind])"
    target: settings.bind
    recommendation:
      target: settings.bind
      value: "'0.0.0.0'"
rationale: |
  uvicorn, granian, hypercorn and daphne listen on 127.0.0.1 unless they are told otherwise. Services and probes come from
  outside the container's loopback address, so every probe fails and the pod never becomes ready. Verified with uvicorn
  0.54.0, granian 2.8.7, hypercorn 0.18.0 and daphne 4.2.3: started without options each answers on 127.0.0.1 and refuses
  the connection on the address of the network interface, and answers there with the recommended option. \`fastapi run\`
  listens on all addresses by itself.
references:
  - https://www.uvicorn.org/settings/#socket-binding
  - https://github.com/Kludex/uvicorn/blob/0.54.0/uvicorn/main.py
  - https://github.com/emmett-framework/granian/blob/v2.8.7/granian/cli.py
  - https://github.com/pgjones/hypercorn/blob/0.18.0/src/hypercorn/config.py
  - https://github.com/django/daphne/blob/4.2.3/daphne/cli.py
examples:
  invalid:
    - name: the default address
      line: 8
      message: uvicorn listens on 127.0.0.1
      recommendation: "--host=0.0.0.0"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app"]
              ports: [{containerPort: 8000}]
    - name: the default address of hypercorn
      line: 8
      message: "hypercorn listens on 127.0.0.1:8000"
      recommendation: "--bind=0.0.0.0:9000"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [hypercorn, "shop:app"]
              ports: [{containerPort: 9000}]
    - name: the default address of daphne
      line: 8
      message: daphne listens on 127.0.0.1
      recommendation: "--bind=0.0.0.0"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [daphne, "shop.asgi:application"]
              ports: [{containerPort: 8000}]
  valid:
    - name: hypercorn on all addresses
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [hypercorn, -b, "0.0.0.0:8000", "shop:app"]
              ports: [{containerPort: 8000}]
    - name: hypercorn with a file of settings
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [hypercorn, -c, hypercorn.toml, "shop:app"]
              ports: [{containerPort: 8000}]
    - name: daphne on a socket
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [daphne, -u, /run/web.sock, "shop.asgi:application"]
              ports: [{containerPort: 8000}]
    - name: all addresses
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app", --host=0.0.0.0]
              ports: [{containerPort: 8000}]
    - name: a proxy in the pod
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app"]
              ports: [{containerPort: 8000}]
            - name: proxy
              image: nginx:1.27
`],["settings/uvicorn-worker-deprecated.yaml",`id: uvicorn-worker-deprecated
title: "uvicorn's worker class comes from its own package"
severity: info
confidence: fact
programs: [gunicorn]
validations:
  - expression: "!settings.worker_class.startsWith('uvicorn.workers.')"
    messageExpression: "'%s is deprecated; want uvicorn_worker.%s of the package uvicorn-worker'.format([settings.worker_class, settings.worker_class.replaceFirst('uvicorn.workers.', '')])"
    target: settings.worker_class
rationale: |
  The module uvicorn.workers warns that it will be removed; the same classes are in the package uvicorn-worker. The image
  has to install it, so the change is not made in the manifest alone.
references:
  - https://www.uvicorn.org/deployment/
  - https://github.com/Kludex/uvicorn-worker
examples:
  invalid:
    - name: the old module
      line: 8
      message: uvicorn.workers.UvicornWorker is deprecated
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, "shop:app", -k, uvicorn.workers.UvicornWorker]
  valid:
    - name: the new package
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, "shop:app", -k, uvicorn_worker.UvicornWorker]
    - name: uvicorn itself
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uvicorn, "shop:app"]
`],["settings/uwsgi-no-master.yaml",`id: uwsgi-no-master
title: uWSGI has a master to replace its workers
severity: warning
confidence: fact
programs: [uwsgi]
validations:
  - expression: settings.master || settings.processes <= 1
    message: without master nothing replaces a uWSGI worker that ends, and max-requests, reload-on-rss and harakiri do not restart it; want --master
    target: settings.master
    recommendation:
      target: settings.master
      value: "true"
rationale: |
  The master process starts workers again when they end, for whatever reason, and most options on workers rely on it. The
  documentation calls running without it a reason for trouble.
references:
  - https://uwsgi-docs.readthedocs.io/en/latest/ThingsToKnow.html
  - https://uwsgi-docs.readthedocs.io/en/latest/Glossary.html
examples:
  invalid:
    - name: two processes without a master
      line: 8
      message: without master nothing replaces a uWSGI worker
      recommendation: "--master"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uwsgi, --http=:8000, --processes=2, --die-on-term, --module=shop.wsgi]
  valid:
    - name: a master
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [uwsgi, --http=:8000, --master, --processes=2, --module=shop.wsgi]
    - name: gunicorn always has one
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -w, "2"]
`],["settings/worker-class-removed.yaml",`id: worker-class-removed
title: The worker class exists
severity: warning
confidence: fact
programs: [gunicorn]
validations:
  - expression: "!(settings.worker_class in ['eventlet', 'gunicorn.workers.geventlet.EventletWorker'])"
    message: gunicorn 26 has no eventlet workers and does not start with them; want gevent
    target: settings.worker_class
    recommendation:
      target: settings.worker_class
      value: "'gevent'"
rationale: |
  The eventlet worker class was deprecated in gunicorn 25 and removed in 26. Verified with 26.2.0: the setting is
  accepted, then the server ends because it cannot load the class.
references:
  - https://gunicorn.org/reference/settings/#worker_class
  - https://gunicorn.org/news/
examples:
  invalid:
    - name: eventlet
      line: 8
      message: gunicorn 26 has no eventlet workers
      recommendation: "--worker-class=gevent"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -k, eventlet]
  valid:
    - name: gevent
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, -k, gevent]
    - name: "celery's pool of that name"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -P, eventlet, -c, "100"]
`],["settings/worker-connections-below-threads.yaml",`id: worker-connections-below-threads
title: Connections are kept beside those that are served
severity: warning
confidence: fact
programs: [gunicorn]
matchConditions:
  - {name: threaded, expression: "settings.worker_class_effective == 'gthread'"}
validations:
  - expression: settings.worker_connections > settings.threads
    messageExpression: "'worker-connections %d leaves none to keep alive beside %d threads; want more, or the default of 1000'.format([settings.worker_connections, settings.threads])"
    target: settings.worker_connections
    recommendation:
      target: settings.worker_connections
      value: "1000.0"
rationale: |
  A gthread worker keeps worker_connections minus threads connections alive. When that is nothing, gunicorn logs a warning
  and closes every connection after its request (verified with 26.2.0), and proxies open a new one each time.
references:
  - https://gunicorn.org/reference/settings/#worker_connections
  - https://github.com/benoitc/gunicorn/blob/master/gunicorn/workers/gthread.py
examples:
  invalid:
    - name: as many connections as threads
      line: 8
      message: worker-connections 8 leaves none to keep alive beside 8 threads
      recommendation: "--worker-connections=1000"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=8, --worker-connections=8]
  valid:
    - name: more connections
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=8, --worker-connections=100]
    - name: the default
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
        spec:
          containers:
            - name: web
              command: [gunicorn, shop.wsgi, --threads=8]
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
  - expression: "workload.kind != 'DaemonSet'"
    message: celery beat runs on every node, so every periodic task is sent once a node; want a Deployment with 1 replica
    target: workload.kind
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
    - name: one on each node
      line: 2
      message: celery beat runs on every node
      manifest: |
        apiVersion: apps/v1
        kind: DaemonSet
        metadata:
          name: beat
        spec:
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
`],["system/beat-rolling-update.yaml",`id: beat-rolling-update
title: Two celery beats never run at once
severity: warning
confidence: fact
programs: [celery]
roles: [beat]
matchConditions:
  - {name: rolls, expression: "workload.kind == 'Deployment' && workload.replicasMax != null && workload.replicasMax >= 1"}
  - {name: plain-scheduler, expression: "settings.scheduler == null || !settings.scheduler.looksLike('*redbeat*')"}
validations:
  - expression: "workload.rollingUpdateIsSet || workload.strategy == 'Recreate'"
    message: during a rollout the old and the new celery beat run together and send tasks twice; want strategy Recreate
    target: workload.spec.strategy.type
    recommendation:
      target: workload.spec.strategy.type
      value: "'Recreate'"
  - expression: "!workload.rollingUpdateIsSet || workload.strategy == 'Recreate' || (workload.maxSurge != null && workload.maxSurge in ['0', '0%'])"
    message: during a rollout the old and the new celery beat run together and send tasks twice; want maxSurge 0
    target: workload.spec.strategy.rollingUpdate.maxSurge
    recommendation:
      target: workload.spec.strategy.rollingUpdate.maxSurge
      value: "0.0"
rationale: |
  A Deployment starts the new pod before it stops the old one: its default maxSurge of 25 % is one pod when there is one.
  For that time two schedulers send every task that is due.
references:
  - https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html#starting-the-scheduler
  - https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#strategy
examples:
  invalid:
    - name: the default strategy
      line: 5
      message: the old and the new celery beat run together
      recommendation: "spec.strategy.type: Recreate"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: beat
        spec:
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
    - name: a strategy that adds a pod
      line: 8
      message: want maxSurge 0
      recommendation: "spec.strategy.rollingUpdate.maxSurge: 0"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: beat
        spec:
          strategy:
            rollingUpdate:
              maxSurge: 1
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
  valid:
    - name: Recreate
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: beat
        spec:
          strategy: {type: Recreate}
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
    - name: no pod is added
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: beat
        spec:
          strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 1}}
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
    - name: a StatefulSet stops first
      manifest: |
        apiVersion: apps/v1
        kind: StatefulSet
        metadata:
          name: beat
        spec:
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
`],["system/beat-schedule-unwritable.yaml",`id: beat-schedule-unwritable
title: Beat can write its schedule
severity: warning
confidence: fact
programs: [celery]
roles: [beat]
variables:
  - {name: file, expression: "settings.schedule == null ? '' : string(settings.schedule)"}
matchConditions:
  - {name: file-scheduler, expression: "settings.scheduler == null || settings.scheduler == 'celery.beat:PersistentScheduler'"}
  - {name: read-only, expression: container.readOnlyRootFilesystem}
  - {name: absolute, expression: "variables.file.startsWith('/') || (variables.file == '' && size(container.writableMounts) == 0)"}
validations:
  - expression: "container.writableMounts.exists(mount, variables.file.startsWith(mount + '/'))"
    messageExpression: "'beat writes its schedule to %s, which is read-only; want --schedule below a volume'.format([variables.file == '' ? 'celerybeat-schedule in the working directory' : variables.file])"
    target: settings.schedule
rationale: |
  The default scheduler keeps its times in a file, celerybeat-schedule in the working directory. When that cannot be
  written, beat ends with an error. The application may choose another scheduler, such as that of django-celery-beat; say
  so in an ignore.
references:
  - https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html#starting-the-scheduler
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#beat-schedule-filename
examples:
  invalid:
    - name: a read-only file system
      line: 8
      message: "beat writes its schedule to celerybeat-schedule in the working directory, which is read-only"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: beat
        spec:
          containers:
            - name: beat
              command: [celery, -A, shop, beat]
              securityContext: {readOnlyRootFilesystem: true}
  valid:
    - name: below a volume
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: beat
        spec:
          volumes: [{name: tmp, emptyDir: {}}]
          containers:
            - name: beat
              command: [celery, -A, shop, beat, -s, /tmp/schedule]
              securityContext: {readOnlyRootFilesystem: true}
              volumeMounts: [{name: tmp, mountPath: /tmp}]
    - name: the schedule is in a database
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: beat
        spec:
          containers:
            - name: beat
              command: [celery, -A, shop, beat, -S, "django_celery_beat.schedulers:DatabaseScheduler"]
              securityContext: {readOnlyRootFilesystem: true}
`],["system/db-connections.yaml",`id: db-connections
title: The database has a connection for every slot
severity: error
confidence: fact
scope: system
validations:
  - expression: database.connections <= database.maxConnections - database.reserved
    messageExpression: "'at peak %d connections are wanted and the database %s has %d to give (%s); want fewer replicas, workers or threads, or a pooler'.format([database.connections, database.name, database.maxConnections - database.reserved, database.shares])"
    target: workload.metadata.name
rationale: |
  A Django application keeps one connection for each thread of each process, on all pods, and at a rollout on the surge
  pods too. When the sum exceeds what the database allows, connections are refused ("remaining connection slots are
  reserved") exactly at peak. The policy speaks only about databases that the configuration names.
references:
  - https://docs.djangoproject.com/en/stable/ref/databases/#persistent-connections
  - https://www.postgresql.org/docs/current/runtime-config-connection.html
examples:
  invalid:
    - name: ten pods of twelve slots
      line: 4
      message: at peak 156 connections are wanted and the database main has 97 to give
      configuration: |
        databases:
          - {name: main, maxConnections: 100, reserved: 3, workloads: [{kind: Deployment, name: web}]}
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 10
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -w, "3", --threads=4]
  valid:
    - name: five pods
      configuration: |
        databases:
          - {name: main, maxConnections: 100, reserved: 3, workloads: [{kind: Deployment, name: web}]}
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 5
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -w, "3", --threads=4]
    - name: another workload
      configuration: |
        databases:
          - {name: main, maxConnections: 100, reserved: 3, workloads: [{kind: Deployment, name: web}]}
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: other
        spec:
          replicas: 10
          template:
            spec:
              containers:
                - name: other
                  command: [gunicorn, shop.wsgi, -w, "3", --threads=4]
`],["system/embedded-beat-scaled.yaml",`id: embedded-beat-scaled
title: A worker with beat runs once
severity: error
confidence: fact
programs: [celery]
roles: [worker]
matchConditions:
  - {name: certain, expression: "!process.conditional && !workload.isTemplate"}
  - {name: plain-scheduler, expression: "settings.scheduler == null || !settings.scheduler.looksLike('*redbeat*')"}
validations:
  - expression: "!settings.beat || (workload.replicasMax == null && workload.kind != 'DaemonSet') || (workload.replicasMax != null && workload.replicasMax <= 1)"
    messageExpression: "'every worker of up to %s pods runs beat (-B), so each periodic task is sent that often; want beat as a Deployment of its own'.format([workload.replicasMax == null ? 'one a node' : numberText(workload.replicasMax)])"
    target: settings.beat
rationale: |
  -B starts a scheduler in each worker, and schedulers know nothing of one another: with three replicas every periodic
  task is sent three times. Measured with celery 5.6.3 on one Redis broker: a task of every 5 s ran 6 times in half a minute
  with one worker and 18 times with three. The documentation asks for a single scheduler at a time.
references:
  - https://docs.celeryq.dev/en/v5.6.3/userguide/periodic-tasks.html#starting-the-scheduler
  - https://github.com/celery/celery/blob/v5.6.3/celery/worker/components.py
  - https://github.com/celery/celery/issues/2856
examples:
  invalid:
    - name: three workers with beat
      line: 11
      message: every worker of up to 3 pods runs beat (-B)
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 3
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", -B]
    - name: an autoscaler adds them
      line: 10
      message: every worker of up to 6 pods runs beat (-B)
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
                  command: [celery, -A, shop, worker, -c, "2", -B]
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: worker}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
  valid:
    - name: one worker with beat
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 1
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2", -B]
    - name: workers without
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 3
          template:
            spec:
              containers:
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
`],["system/embedded-beat.yaml",`id: embedded-beat
title: Beat runs on its own
severity: info
confidence: practice
programs: [celery]
roles: [worker]
matchConditions:
  - {name: one, expression: "workload.replicasMax != null && workload.replicasMax == 1 && workload.kind != 'Pod' && !process.conditional"}
validations:
  - expression: "!settings.beat"
    message: beat inside a worker (-B) keeps this worker from being scaled; want beat as a Deployment of its own
    target: settings.beat
rationale: |
  The documentation does not recommend -B in production. The second replica, by hand or by an autoscaler, sends every
  periodic task twice, and a worker that is restarted takes the schedule with it.
references:
  - https://docs.celeryq.dev/en/stable/userguide/periodic-tasks.html#starting-the-scheduler
examples:
  invalid:
    - name: beat in the only worker
      line: 10
      message: beat inside a worker (-B)
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
                  command: [celery, -A, shop, worker, -c, "2", -B]
  valid:
    - name: on its own
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: beat
        spec:
          template:
            spec:
              containers:
                - name: beat
                  command: [celery, -A, shop, beat]
    - name: a worker without
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
                  command: [celery, -A, shop, worker, -c, "2"]
`],["system/huey-periodic-replicas.yaml",`id: huey-periodic-replicas
title: Periodic tasks of huey are sent once
severity: warning
confidence: practice
programs: [huey]
roles: [worker]
matchConditions:
  - {name: several, expression: "workload.replicasMax != null && workload.replicasMax > 1 && !process.conditional"}
validations:
  - expression: settings.no_periodic
    messageExpression: "'each of %d consumers sends the periodic tasks; want --no-periodic on all but one'.format([workload.replicasMax])"
    target: settings.no_periodic
rationale: |
  Every huey consumer has a scheduler unless it is started with --no-periodic. Three replicas send a periodic task three
  times. An application without periodic tasks may ignore this.
references:
  - https://huey.readthedocs.io/en/latest/consumer.html
  - https://huey.readthedocs.io/en/latest/guide.html#periodic-tasks
examples:
  invalid:
    - name: three consumers
      line: 11
      message: each of 3 consumers sends the periodic tasks
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 3
          template:
            spec:
              containers:
                - name: worker
                  command: [huey_consumer, shop.huey, -w, "2"]
  valid:
    - name: one consumer
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 1
          template:
            spec:
              containers:
                - name: worker
                  command: [huey_consumer, shop.huey, -w, "2"]
    - name: no schedulers
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: worker
        spec:
          replicas: 3
          template:
            spec:
              containers:
                - name: worker
                  command: [huey_consumer, shop.huey, -w, "2", --no-periodic]
`],["system/lb-keepalive.yaml",`id: lb-keepalive
title: Connections outlive the patience of the load balancer
severity: warning
confidence: practice
programs: [gunicorn]
variables:
  - {name: annotations, expression: "workload.ingresses.map(ingress, ingress.class)"}
  - {name: idle, expression: "workload.ingresses.exists(ingress, ingress.class in ['gce', 'gce-internal']) ? 600.0 : 60.0"}
matchConditions:
  - {name: keeps-connections, expression: "settings.worker_class_effective in ['gthread', 'gevent', 'uvicorn.workers.UvicornWorker', 'uvicorn_worker.UvicornWorker']"}
  - {name: direct, expression: "workload.ingresses.exists(ingress, ingress.class in ['alb', 'gce', 'gce-internal']) && pod.containers == 1"}
validations:
  - expression: settings.keepalive > variables.idle
    messageExpression: "'gunicorn closes idle connections after %d s and the load balancer uses them for %d s, which gives sporadic 502s; want --keep-alive=%d'.format([settings.keepalive, variables.idle, variables.idle + (variables.idle > 100.0 ? 20.0 : 15.0)])"
    target: settings.keepalive
    recommendation:
      target: settings.keepalive
      value: "variables.idle + (variables.idle > 100.0 ? 20.0 : 15.0)"
      derivation:
        - {term: "'idle timeout of the load balancer'", value: "numberText(variables.idle) + ' s'"}
        - {term: "'margin'", value: "numberText(variables.idle > 100.0 ? 20.0 : 15.0) + ' s'"}
rationale: |
  The load balancer keeps connections to its targets and sends the next request on one that the server is just closing.
  The server must be the more patient one: the idle timeout of an ALB is 60 s, that of Google's load balancers 600 s, and
  gunicorn's keep-alive 2 s.
references:
  - https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html
  - https://cloud.google.com/load-balancing/docs/https#timeouts_and_retries
examples:
  invalid:
    - name: two seconds behind an ALB
      line: 11
      message: gunicorn closes idle connections after 2 s and the load balancer uses them for 60 s
      recommendation: "--keep-alive=75"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --threads=4]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
  valid:
    - name: seventy-five
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --threads=4, --keep-alive=75]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
    - name: nginx tries another connection
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --threads=4]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec:
          ingressClassName: nginx
          defaultBackend: {service: {name: web, port: {number: 80}}}
    - name: sync workers close every connection
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata: {name: web}
        spec:
          ingressClassName: alb
          defaultBackend: {service: {name: web, port: {number: 80}}}
`],["system/prefetch-long-tasks.yaml",`id: prefetch-long-tasks
title: Long tasks are not reserved in advance
severity: info
confidence: heuristic
programs: [celery]
roles: [worker]
params: {longSeconds: 300}
variables:
  - {name: longest, expression: "settings.time_limit != null ? settings.time_limit : settings.soft_time_limit"}
matchConditions:
  - {name: long, expression: "variables.longest != null && variables.longest >= params.longSeconds"}
  - {name: default, expression: "origins.prefetch_multiplier == 'default' && !settings.disable_prefetch"}
validations:
  - expression: settings.prefetch_multiplier <= 1
    messageExpression: "'tasks may run %d s and each process reserves %d of them; want --prefetch-multiplier=1'.format([variables.longest, settings.prefetch_multiplier])"
    target: settings.prefetch_multiplier
    recommendation:
      target: settings.prefetch_multiplier
      value: "1.0"
rationale: |
  Reserved tasks wait in a worker that is busy while others idle, and are stuck until the visibility timeout when the pod
  is killed: measured, 4 tasks with a multiplier of 1, 16 with 4. The documentation asks for 1 when tasks are long.
references:
  - https://docs.celeryq.dev/en/stable/userguide/optimizing.html#prefetch-limits
examples:
  invalid:
    - name: "ten minutes, four in advance"
      line: 8
      message: tasks may run 600 s and each process reserves 4 of them
      recommendation: "--prefetch-multiplier=1"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --time-limit=600]
  valid:
    - name: one in advance
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --time-limit=600, --prefetch-multiplier=1]
    - name: short tasks
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --time-limit=30]
`],["system/queue-nobody.yaml",`id: queue-nobody
title: The default queue has a worker
severity: info
confidence: heuristic
programs: [celery]
roles: [worker]
matchConditions:
  - {name: named, expression: "settings.queues != null && !process.conditional"}
  - {name: all-known, expression: "system.processes.filter(other, other.program == 'celery' && other.role == 'worker').all(other, has(other.queues))"}
validations:
  - expression: "system.processes.filter(other, other.program == 'celery' && other.role == 'worker').exists(other, other.queues == null || 'celery' in other.queues || 'default' in other.queues)"
    messageExpression: "'no worker reads the queue celery, where tasks without a route go (this one reads %s); want it in one -Q, or task_default_queue in the app'.format([settings.queues])"
    target: settings.queues
rationale: |
  A worker with -Q reads the queues that it names and no other. When all workers name theirs, tasks without a route wait
  in the queue celery for ever, and nothing reports it.
references:
  - https://docs.celeryq.dev/en/stable/userguide/routing.html
  - https://docs.celeryq.dev/en/stable/userguide/configuration.html#task-default-queue
examples:
  invalid:
    - name: only named queues
      line: 8
      message: no worker reads the queue celery
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", -Q, "mail,reports"]
  valid:
    - name: it is among them
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", -Q, "celery,mail"]
    - name: another worker reads it
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: mail
        spec:
          containers:
            - name: mail
              command: [celery, -A, shop, worker, -c, "2", -Q, mail]
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: rest
        spec:
          containers:
            - name: rest
              command: [celery, -A, shop, worker, -c, "2"]
`],["system/single-point.yaml",`id: single-point
title: A web server behind a Service survives one process
severity: info
confidence: practice
roles: [web]
matchConditions:
  - {name: served, expression: "workload.hasService && workload.kind in ['Deployment', 'Rollout'] && size(workload.scalers) == 0 && !process.conditional"}
validations:
  - expression: workload.replicasMax == null || workload.replicasMax > 1 || process.processes > 1
    messageExpression: "'one pod with one process of %s is all there is behind the Service; want replicas 2'.format([process.program])"
    target: workload.spec.replicas
    recommendation:
      target: workload.spec.replicas
      value: "2.0"
rationale: |
  When the only process restarts, for a new version, for memory or with its node, nothing answers: importing the
  application takes 0.5 s to several seconds, scheduling a new pod longer. A volume that only one pod can mount may forbid
  a second; say so in an ignore.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/disruptions/
examples:
  invalid:
    - name: one of everything
      line: 6
      message: one pod with one process of gunicorn
      recommendation: "spec.replicas: 2"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 1
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --threads=4]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
  valid:
    - name: two pods
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 2
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --threads=4]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: two processes
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 1
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -w, "2"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: an autoscaler decides
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --threads=4]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
        ---
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: web
        spec:
          minReplicas: 2
          maxReplicas: 6
          scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: web}
          metrics:
            - type: Resource
              resource:
                name: cpu
                target: {type: Utilization, averageUtilization: 70}
`],["system/sync-without-buffer.yaml",`id: sync-without-buffer
title: Sync workers are behind a proxy that buffers
severity: info
confidence: practice
programs: [gunicorn]
matchConditions:
  - {name: synchronous, expression: "settings.worker_class_effective == 'sync'"}
  - {name: alone, expression: pod.containers == 1}
  - {name: exposed, expression: "workload.services.exists(service, service.type == 'LoadBalancer') && size(workload.ingresses) == 0"}
validations:
  - expression: "settings.worker_class == 'none'"
    messageExpression: "'the Service %s brings clients straight to sync workers, where one slow client holds a worker; want --threads=4, or a proxy that buffers'.format([workload.services.filter(service, service.type == 'LoadBalancer')[0].name])"
    target: settings.worker_class
    recommendation:
      target: settings.threads
      value: "4.0"
rationale: |
  A sync worker reads the request and writes the answer at the speed of the client. gunicorn's documentation strongly
  advises a proxy that buffers slow clients in front of it; a Service of type LoadBalancer is none.
references:
  - https://gunicorn.org/deploy/
  - https://gunicorn.org/design/
examples:
  invalid:
    - name: clients at a sync worker
      line: 11
      message: the Service web brings clients straight to sync workers
      recommendation: "--threads=4"
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -w, "3"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: LoadBalancer
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
  valid:
    - name: threads
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -w, "3", --threads=4]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: LoadBalancer
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: inside the cluster
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -w, "3"]
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
    - name: nginx in the pod
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            metadata: {labels: {app: web}}
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, -w, "3"]
                - name: proxy
                  image: nginx:1.27
        ---
        apiVersion: v1
        kind: Service
        metadata: {name: web}
        spec:
          type: LoadBalancer
          selector: {app: web}
          ports: [{port: 80, targetPort: 8000}]
`],["system/vertical-only.yaml",`id: vertical-only
title: Capacity is spread over pods
severity: info
confidence: heuristic
roles: [web, worker]
matchConditions:
  - {name: one, expression: "workload.replicasMax != null && workload.replicasMax == 1 && workload.kind in ['Deployment', 'Rollout', 'StatefulSet'] && sizing.topology != 'vertical'"}
validations:
  - expression: process.processes < 8
    messageExpression: "'one pod carries all %d processes of %s; want more pods with fewer, see workerlint plan'.format([process.processes, process.program])"
    target: process.processes
rationale: |
  One large pod pools its queue best (the 99th percentile is a third to a fifth of that of four small ones behind random
  balancing), and it fails at once: a kill for memory costs 5 to 11 % of the requests of the next seconds where four pods
  lose 1.5 %. Two to four processes in each of several pods are a compromise. Choose \`topology: vertical\` in the
  configuration when you want it so.
references:
  - https://stackoverflow.com/questions/51610189
  - https://github.com/kubernetes/kubernetes/pull/117793
examples:
  invalid:
    - name: eight processes in one pod
      line: 11
      message: one pod carries all 8 processes of gunicorn
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 1
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --workers=8]
  valid:
    - name: two pods of four
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 2
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --workers=4]
    - name: a small one
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          replicas: 1
          template:
            spec:
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi, --workers=3]
`],["system/visibility-timeout.yaml",`id: visibility-timeout
title: Tasks end before the broker gives them to another worker
severity: warning
confidence: practice
programs: [celery]
roles: [worker]
variables:
  - {name: broker, expression: "has(settings.broker) && settings.broker != null ? string(settings.broker) : 'CELERY_BROKER_URL' in container.values ? container.values.CELERY_BROKER_URL : 'BROKER_URL' in container.values ? container.values.BROKER_URL : ''"}
  - {name: visible, expression: "variables.broker.startsWith('sqs://') ? 1800.0 : 3600.0"}
  - {name: longest, expression: "settings.time_limit != null ? settings.time_limit : settings.soft_time_limit"}
matchConditions:
  - {name: redelivers, expression: "variables.broker.startsWith('redis') || variables.broker.startsWith('sqs://')"}
  - {name: limited, expression: "variables.longest != null"}
validations:
  - expression: variables.longest <= variables.visible
    messageExpression: "'tasks may run %d s, and the broker gives them to another worker after %d s; want visibility_timeout above that in broker_transport_options (unless the app sets it)'.format([variables.longest, variables.visible])"
    target: settings.time_limit
rationale: |
  With Redis and SQS a task that is not acknowledged within the visibility timeout (1 h, 30 min) is delivered again while
  the first worker still runs it. With acks_late, or a countdown longer than that, it runs twice or more.
references:
  - https://docs.celeryq.dev/en/stable/getting-started/backends-and-brokers/redis.html#visibility-timeout
  - https://docs.celeryq.dev/en/stable/getting-started/backends-and-brokers/sqs.html#visibility-timeout
examples:
  invalid:
    - name: two hours with Redis
      line: 8
      message: "tasks may run 7200 s, and the broker gives them to another worker after 3600 s"
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --time-limit=7200]
              env: [{name: CELERY_BROKER_URL, value: "redis://redis:6379/0"}]
  valid:
    - name: half an hour
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --time-limit=1800]
              env: [{name: CELERY_BROKER_URL, value: "redis://redis:6379/0"}]
    - name: RabbitMQ
      manifest: |
        apiVersion: v1
        kind: Pod
        metadata:
          name: worker
        spec:
          containers:
            - name: worker
              command: [celery, -A, shop, worker, -c, "2", --time-limit=7200]
              env: [{name: CELERY_BROKER_URL, value: "amqp://rabbit//"}]
`],["system/web-and-worker-same-pod.yaml",`id: web-and-worker-same-pod
title: Web servers and queue workers have their own pods
severity: warning
confidence: practice
scope: workload
matchConditions:
  - {name: certain, expression: "!workload.isTemplate && !workload.isBatch && workload.kind != 'Pod'"}
validations:
  - expression: "!('web' in pod.roles && 'worker' in pod.roles)"
    messageExpression: "'%s and %s share a pod, so neither can be scaled, restarted or sized without the other; want two workloads'.format([pod.processes.filter(process, process.role == 'web')[0].program, pod.processes.filter(process, process.role == 'worker')[0].program])"
    target: workload.metadata.name
rationale: |
  Web servers scale with requests and queue workers with the queue. In one pod, ten web replicas are ten workers too, a
  worker that is out of memory takes the web server along, and a rollout of the pages waits for the longest task.
references:
  - https://kubernetes.io/docs/concepts/workloads/pods/#how-pods-manage-multiple-containers
  - https://stackoverflow.com/questions/51610189
examples:
  invalid:
    - name: a worker beside the web server
      line: 4
      message: gunicorn and celery share a pod
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
                  command: [gunicorn, shop.wsgi]
                - name: worker
                  command: [celery, -A, shop, worker, -c, "2"]
  valid:
    - name: a proxy beside the web server
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
                  command: [gunicorn, shop.wsgi]
                - name: proxy
                  image: nginx:1.27
    - name: beat beside its worker
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
                  command: [celery, -A, shop, worker, -c, "2"]
                - name: beat
                  command: [celery, -A, shop, beat]
    - name: a migration before it
      manifest: |
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: web
        spec:
          template:
            spec:
              initContainers:
                - name: migrate
                  command: [python, manage.py, migrate]
              containers:
                - name: web
                  command: [gunicorn, shop.wsgi]
`]]);function r(e){let s=[...f].map(([n,d])=>({file:(0,m.a)(`policies/${n}`,d),group:n.split("/")[0]??""})),{policies:t,mistakes:a}=(0,i.b)(s,e);if(a.length>0)throw new l.b((0,c.c)(a));return t}function p(e,s){let t=new Map(r(s).map(({policy:a})=>[a.id,a]));return e.flatMap(a=>b(a)?a:t.get(a.id)??[])}function b(e){return"rationale"in e}0&&(module.exports={a,b});

})
