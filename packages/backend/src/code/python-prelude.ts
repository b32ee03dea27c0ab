/**
 * Runs inside Pyodide before the code of strangers. `run_tool(task)` takes and gives JSON text. What reaches out of
 * WebAssembly is refused by name here, so that the refusal is a sentence; what keeps it in is the sandbox around.
 */
export const pythonPrelude = `
def _seal():
    import builtins, io, json, os, posix, sys, traceback

    denied = frozenset((
        'js', 'pyodide', 'pyodide_js', '_pyodide', '_pyodide_core', 'micropip', 'ctypes', '_ctypes', 'cffi',
        'socket', '_socket', 'ssl', '_ssl', 'select', 'selectors', 'asyncio', 'subprocess', '_posixsubprocess',
        'multiprocessing', '_multiprocessing', 'threading', '_thread', 'concurrent', 'urllib3', 'requests', 'httpx',
        'http', 'ftplib', 'smtplib', 'imaplib', 'poplib', 'telnetlib', 'xmlrpc', 'webbrowser', 'pty', 'pip',
        'ensurepip', 'importlib.metadata', 'urllib.request', 'urllib.error',
    ))

    def is_denied(name):
        return name in denied or name.split('.')[0] in denied

    class Refuse:
        @staticmethod
        def find_spec(name, path=None, target=None):
            if is_denied(name):
                raise ImportError('The module “' + name + '” is not there for inline code: it has no network, no processes and no way out of its sandbox.')
            return None

    # What was loaded on the way stays in use by what loaded it, and cannot be imported by name any more.
    kept = {name: module for name, module in sys.modules.items() if is_denied(name)}
    sys.modules['_kept'] = None
    for name in kept:
        del sys.modules[name]
    del sys.modules['_kept']
    sys.meta_path[:] = [Refuse] + [each for each in sys.meta_path if 'Js' not in getattr(each, '__name__', type(each).__name__)]

    def refuse(what):
        def refused(*args, **kwargs):
            raise PermissionError('“' + what + '” is not there for inline code.')
        return refused

    for name in ('system', 'popen', 'fork', 'forkpty', 'execv', 'execve', 'posix_spawn', 'posix_spawnp', 'kill', 'killpg', 'abort', '_exit', 'startfile'):
        for module in (os, posix):
            if hasattr(module, name):
                setattr(module, name, refuse('os.' + name))
    for name in ('exit', 'quit', 'input', 'breakpoint', 'help'):
        if hasattr(builtins, name):
            setattr(builtins, name, refuse(name))

    class Lines(io.TextIOBase):
        def __init__(self, most, length):
            self.lines, self.rest, self.most, self.length = [], '', most, length

        def writable(self):
            return True

        def write(self, text):
            if len(self.lines) <= self.most:
                parts = (self.rest + text[: self.length * (self.most + 1)]).split('\\n')
                self.rest = parts.pop()[: self.length]
                for part in parts:
                    self.add(part)
            return len(text)

        def add(self, part):
            if len(self.lines) < self.most:
                self.lines.append(part[: self.length])
            elif len(self.lines) == self.most:
                self.lines.append('… more was printed')

        def all(self):
            if self.rest:
                self.add(self.rest)
                self.rest = ''
            return self.lines

    def line_of(error):
        if isinstance(error, SyntaxError) and error.filename == 'tool.py':
            return error.lineno
        lines = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == 'tool.py']
        return lines[-1] if lines else None

    def sentence_of(error):
        if isinstance(error, MemoryError):
            return 'memory'
        if isinstance(error, RecursionError):
            return 'RecursionError: the code calls itself too deeply.'
        said = error.msg if isinstance(error, SyntaxError) else str(error)
        return type(error).__name__ + (': ' + said if said else '')

    def call(task):
        scope = {'__name__': 'tool', '__builtins__': builtins}
        exec(compile(task['source'], 'tool.py', 'exec'), scope)
        main = scope.get('main')
        if not callable(main):
            raise Exception('The code has no function “main(input)”. Define one.')
        value = main(json.loads(task['input']))
        if hasattr(value, 'cr_code'):
            value.close()
            raise Exception('“main” is a coroutine. Write “def main(input)” without “async”.')
        output = json.dumps(value, allow_nan=False, ensure_ascii=False)
        most = task['limits']['outputLength']
        if len(output) > most:
            raise Exception('“main” returned %d characters of JSON, and %d is the most. Return less.' % (len(output), most))
        return output

    dumps, loads = json.dumps, json.loads

    def run_tool(text):
        task = loads(text)
        limits = task['limits']
        lines = Lines(limits['logLines'], limits['logLength'])
        sys.stdout = sys.stderr = lines
        sys.stdin = io.StringIO('')
        sys.setrecursionlimit(400)
        try:
            word = {'type': 'returned', 'output': call(task)}
        except BaseException as error:
            try:
                said = sentence_of(error)
                word = {'type': 'raised', 'error': said[: limits['errorLength']], 'line': line_of(error)}
            except BaseException:
                word = {'type': 'raised', 'error': 'The code failed, and its error cannot be told.', 'line': None}
        word['logs'] = lines.all()
        return dumps(word)

    return run_tool

run_tool = _seal()
del _seal
`
