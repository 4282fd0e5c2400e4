/** Modules that CPython runs, for comparing what their names hold. */

/** The environment of every module. */
export const oracleEnvironment: Readonly<Record<string, string>> = {
  W: '4',
  NAME: 'Web App',
  EMPTY: '',
  FLAG: 'True',
  F: '2.5',
  BAD: 'abc',
  J: '{"a": 1, "b": [1.5, "x", null, true]}',
  GUNICORN_WORKERS: '7',
  GUNICORN_BIND: '0.0.0.0:1',
  PORT: '8000',
}

/** The modules; the last ones raise. */
export const oracleModules: readonly string[] = [
  `a = 1_000; b = 0x1F; c = 0o17; d = 0b101; e = 1.5e3; f = .5; g = 10 ** 20; h = 2 ** -1; i = 7 // 2; j = -7 // 2; k = -7 % 3; l = 7 / 2; m = 7.5 // 2; n = 2 * 3.0`,
  `a = 'x' "y" 'z'; b = r'\\n' + '\\n\\t\\x41\\u00e9'; c = '''multi
line'''; d = b'by\\x00'; e = "it's"; f = 'a' * 3; g = "%s-%d-%05.2f|%5s|%-5s|%x|%%" % ('a', 3, 2.5, 'r', 'l', 255); h = '%s' % 5; i = '%(k)s' % {'k': 1}`,
  `x = 3.14159; n = 42; s = 'hi'
a = f'{x:.2f} {n:5d}|{n:<5}|{n:>05}|{s:^6}|{s!r}|{n:,}|{1234567:,}|{n:x}|{n:08b}|{x:e}|{n:+d}|{0.25:.1%}|{s:>{n}}' ; b = f"{{literal}} {s.upper()} {'nested'} {n if n > 3 else 0}"; c = f'{n/3:.3f} {2.5:.0f} {3.5:.0f} {None} {True} {[1, "a"]}' ; d = f"{n}" "x" f'{s}'`,
  `a = "a,b,,c".split(","); b = " a  b ".split(); c = "a-b-c".split("-", 1); d = "a-b-c".rsplit("-", 1); e = "x".join(["1", "2"]); f = "  x ".strip(); g = "xxaxx".strip("x"); h = "Hello World".lower(); i = "hello world".title(); j = "hello".capitalize(); k = "a.b".replace(".", "/"); l = "abc".startswith(("a", "z")); m = "12".isdigit(); n = "{} {0} {x}".format if False else "{} {}".format(1, "b"); o = "{0}-{1}-{0} {n:>4}".format(1, 2, n=3); p = "abc"[::-1]; q = "abc"[-2:]; r = "abcdef"[1:5:2]; s = "k=v=w".partition("="); t = "abc".find("c"); u = "a b".count(" "); v = "7".zfill(3); w = "x".ljust(3) + "|"; y = "A".swapcase(); z = "abc".index("b")`,
  `a = [1, 2, 3]; b = a; b.append(4); c = a[1:]; d = a[-1]; a[0] = 9; e = len(a); f = a + [5]; g = (1,) + (2, 3); h = {'a': 1, 'b': {'c': [1, 2]}}; i = h['b']['c'][1]; h['z'] = 5; j = list(h); k = list(h.items()); l = {1, 2, 2}; m = [x * 2 for x in a if x > 2]; n = {k: v for k, v in [('a', 1), ('b', 2)]}; o = {x % 2 for x in a}; p = sum(x for x in a); q = max(a), min(a), max(3, 2.5), min('b', 'a'); r = sorted([3, 1, 2], reverse=True); s = any([0, 1]), all([1, 0]), any([]), all([]); t = dict(a=1, b=2); u = tuple(range(3)), list(range(5, 0, -2)); v = [*a, *g]; w = {**t, 'c': 3}; x = list(zip([1, 2], 'ab')); y = list(enumerate('ab', 1)); z = a.pop(); aa = h.get('nope', 0); ab = h.pop('a'); ac = sorted({'b': 1, 'a': 2}); ad = list(map(int, ['1', '2'])); ae = list(filter(None, [0, 1])); af = list(map(lambda v: v + 1, [1, 2])); ag = a.index(9); ah = list(reversed([1, 2])); ai = isinstance(1, int), isinstance('a', (int, str)), isinstance(True, int), isinstance(1.0, int)`,
  `import os
a = int(os.environ['W']); b = os.environ.get('NOPE'); c = os.environ.get('NOPE', 3); d = os.getenv('W', '9') ; e = os.getenv('EMPTY') or 'default'; f = int(float(os.environ['F'])); g = 'W' in os.environ; h = 'NOPE' not in os.environ; i = os.environ.get('FLAG', '').lower() in ('1', 'true', 'yes'); j = bool(os.environ.get('EMPTY')); k = os.getenv("NAME").split()[0]; l = os.path.join('/a', 'b', '/c', 'd'); m = os.path.dirname('/a/b/c.py'); n = os.path.basename('/a/b.py'); o = os.environ.get('W') and 5; p = not os.environ.get('EMPTY'); q = int(os.environ.get('W', 1)) * 2 + 1; r = str(q) + 's'; s = round(2.5), round(3.5), round(2.675, 2), round(7), abs(-3), divmod(7, 2), pow(2, 3)`,
  `import json, os, math
a = json.loads(os.environ['J']); b = a['b'][0]; c = math.ceil(2.1); d = math.floor(-2.1); e = math.sqrt(16); f = math.ceil(3)`,
  `import multiprocessing, os
workers = multiprocessing.cpu_count() * 2 + 1; t = max(2, os.cpu_count()); u = min(os.cpu_count(), 128) // 2; v = len(os.sched_getaffinity(0)); w = (os.cpu_count() or 1) + 1; x = int(os.cpu_count() * 0.5); y = f"{os.cpu_count()}"; z = 4 if os.cpu_count() > 8 else 2; aa = str(os.cpu_count()); ab = [os.cpu_count(), 1]`,
  `from multiprocessing import cpu_count as cc
from os import environ as env, getenv, path
import multiprocessing as mp, os.path
def n_workers(base=2, *, extra=1):
    """doc"""
    if base > 5:
        return base
    return base * cc() + extra
workers = n_workers(); fixed = n_workers(6); x = getenv('W'); y = env['W']; z = mp.cpu_count(); b = path.join('a', 'b')`,
  `def f(a, b=2, *args, c=3, **kw):
    return a, b, args, c, kw
a = f(1); b = f(1, 2, 3, 4, c=5, d=6); c = f(*[1, 2], **{'c': 9}); 
def fact(n):
    return 1 if n <= 1 else n * fact(n - 1)
d = fact(10)
def g():
    x = 1
    for i in range(10):
        if i == 3: return i
        x += i
    return x
e = g(); h = (lambda q, r=2: q * r)(4)
def nothing(): pass
i = nothing()`,
  `import os
for k, v in os.environ.items():
    if k.startswith('GUNICORN_'):
        locals()[k[9:].lower()] = v
z = 1`,
  `import os
for k, v in list(os.environ.items()):
    if k.startswith("GUNICORN_"):
        key = k.split('_', 1)[1].lower()
        globals()[key] = int(v) if v.isdigit() else v`,
  `try:
    workers = int('abc')
except (ValueError, TypeError) as e:
    workers = 3
    msg = str(e)
else:
    workers = 9
finally:
    done = True
try:
    x = {}['k']
except KeyError:
    x = 'missing'
try:
    y = [][0]
except IndexError:
    y = 'none'
try:
    z = 1 / 0
except ZeroDivisionError:
    z = 0
try:
    undefined_name
except NameError: q = 1
try:
    import json
except ImportError:
    json = None
def f():
    try:
        return int('x')
    except ValueError:
        return 5
r = f()`,
  `i = 0
while True:
    i += 1
    if i == 5: continue
    if i > 7: break
else:
    never = 1
t = 0
for a in range(4):
    for b in 'xy':
        if b == 'y': break
        t += a
else:
    done = 1
for x, (y, z) in [(1, (2, 3))]: pass`,
  `a = b = 3; a += 1; c, d = 1, 2; c, d = d, c; (e, f), g = (1, 2), 3; h, *i = [1, 2, 3]; *j, k = 'abc'; l = [0] * 3; l[1] += 5; m: int = 4; n: str; o = (p := 5) + 1; q = 1 < 2 < 3; r = 1 < 3 < 2; s = 1 == 1.0; t = None is None; u = 'a' not in 'abc'; v = not 0 or 5; w = 0 and 1; x = '' or [] or 'z'; y = 3 if a > 3 else 4; z = [1, 2] == [1, 2], (1, 2) < (1, 3), {'a': 1} == {'a': 1}, 1 != 2`,
  `x = 5
if x > 10: y = 1
elif x > 3: y = 2
else: y = 3
del x`,
  `import os
workers = int(os.environ['BAD'])`,
  `import os
workers = int(os.environ['NOPE'])`,
  `x = int('')`,
  `x = int('2.5')`,
  `x = int(None)`,
  `x = float('abc')`,
  `x = undefined + 1`,
  `x = [1][5]`,
  `x = {'a': 1}['b']`,
  `x = 1 / 0`,
  `x = 1 // 0`,
  `x = 'a' + 1`,
  `x = 1 + 'a'`,
  `assert 1 > 2, 'no good'`,
  `raise RuntimeError('stop')`,
  `raise ValueError`,
  `x = 'abc'.nope()`,
  `x = None.strip()`,
  `x = int('0x10'); `,
  `x = max([])`,
  `a, b = 1, 2, 3`,
  `x = len(5)`,
  `x = "%d" % "a"`,
  `x = 1 < 'a'`,
  `import sys
sys.exit(3)`,
  `def f(): raise KeyError('k')
f()`,
  `x = int(' 12 '), int('1_000'), int('-5'), int('ff', 16), int(2.9), int(-2.9), int(True), float('1e3'), float(' 2 '), float('inf'), str(1.0), str(1e20), str(1e16), str(0.1 + 0.2), str(1e-5), repr('a\\n'), str([1, 'a', None, 2.0]), str({'a': (1,)}), str(b'x'), bool('False'), bool(0.0), bool([]), str(True)`,
  `bind = ["0.0.0.0:8000", "unix:/tmp/x"]; worker_class = "gthread"; preload_app = True
def on_starting(server): server.log.info("x")
class Foo:
    a = 1
class_name = 'x'
raw_env = ['A=1', f'B={2}']
logconfig_dict = {'version': 1, 'handlers': {'console': {'class': 'logging.StreamHandler', 'level': 'INFO'}}}`,
  `x = 1; y = 2 if x == 1 else 3; z = (x
 + y); w = [
  1,  # c
  2,
]
if (x == 1 and
    y == 2): v = 'yes'`,
  `print("hello", 1); x = __file__; import logging; log = 3
with open('/dev/null') as fh: y = 1`,
  `x = [i for i in range(3) for j in range(2) if i != j]; y = [[a * b for a in range(2)] for b in range(2)]; z = ''.join(c for c in 'abc' if c != 'b'); i = 'outer'; w = [i for i in range(2)]; v = i`,
  `a = 5 & 3 | 8 ^ 2; b = 1 << 4 >> 2; c = ~5; d = -2 ** 2; e = not True; f = +3; g = 2 + 3 * 4 - 1; h = (2 + 3) * 4; i = 10 % 3 * 2; j = 7 // 2 ** 2; k = -3 % 5; l = 5.5 % 2; m = -5.5 // 2; n = 1e308 * 10; o = 3 - -2`,
  `x = {'a': {'b': 1}}; x['a']['c'] = 2; y = x['a']; y['d'] = 3; z = x.setdefault('q', []); z.append(1); k = sorted(x['a'].keys()); v = list(x['a'].values()); x.update(e=5); x.update({'f': 6}); u = 'a' in x; t = len(x); s = [n for n in x]; del z`,
]
