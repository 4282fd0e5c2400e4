/** Manifests for the tests, as text. */

/** A Deployment whose containers run gunicorn with so many workers. */
export function deployment(workers: Readonly<Record<string, number>>, replicas = 2): string {
  const containers = Object.entries(workers).flatMap(([name, count]) => [
    `        - name: ${name}`,
    '          image: registry.example/shop:2.4',
    '          args:',
    '            - gunicorn',
    '            - shop.wsgi',
    `            - --workers=${count}`,
    '          resources:',
    '            limits:',
    '              cpu: "1"',
    '              memory: 700Mi',
    '          ports:',
    '            - containerPort: 8000',
  ])
  return [
    'apiVersion: apps/v1',
    'kind: Deployment',
    'metadata:',
    '  name: web',
    'spec:',
    `  replicas: ${replicas}`,
    '  template:',
    '    spec:',
    '      containers:',
    ...containers,
    '',
  ].join('\n')
}
