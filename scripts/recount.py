"""Counts a synthetic world again and compares every number with its truth.json: a second reader, in another language,
that shares no code with the generator or the kit's own readers. Names of kinds, paths and categories come from the truth
file, from the case's files and from the shared tables; it knows none of its own. Usage: python3 scripts/recount.py FOLDER..."""
import collections, csv, hashlib, json, os, re, sys

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'data')


def table(name):
    with open(os.path.join(DATA, 'taxonomy', name + '.csv'), encoding='utf-8') as file:
        return list(csv.DictReader(file))


GROUPS = {group: [row['id'] for row in table('categories') if row['group'] == group] for group in ('health', 'credentials')}
CLOUDS = {row['id']: row['suffixes'].split() for row in table('cloud-providers')}
DOTLESS = {domain for row in table('mail-providers') if row['dots'] == 'ignored' for domain in row['domains'].split()}


def blocks(case, file, key):
    """The parts of a case's file that begin with a key, as far as the next one: (value of the key, text)."""
    with open(os.path.join(DATA, case, file), encoding='utf-8') as opened:
        parts = re.split(key, opened.read(), flags=re.MULTILINE)[1:]
    return list(zip(parts[::2], parts[1::2]))


class Names:
    """What a world's kinds, paths and values are called and mean: by its truth file, its proof and the files of its case."""

    def __init__(self, truth, proof):
        self.key = proof['counts']['person'] if 'counts' in proof else proof['key']
        self.kinds = {file['name']: list(file['kinds']) for file in truth['files']}
        self.keys = collections.defaultdict(set)
        for field in truth['fields']:
            self.keys[field['kind']].add(field['path'].split('.')[0])
        said = blocks(truth['case'], 'fields.yaml', r'path: ([^,\s}]+)')
        self.meanings = {path: re.findall(r'category: ([\w-]+)', text) for path, text in said if 'definitions:' in text}
        self.of_others = {path for path, text in said if 'whose: other' in text}
        self.paths = collections.defaultdict(list)
        for field in truth['fields']:
            for category in self.meanings.get(field['path'], [field['category']]):
                self.paths[category].append(f'{field["kind"]}.{field["path"]}')
        lists = blocks(truth['case'], 'case.yaml', r'^  ([\w-]+):\n    title: .*\n    category: ')
        self.sets = {name: (text.split()[0], set(re.findall(r'^ +- (\S+)$', text, re.MULTILINE))) for name, text in lists}

    def kind(self, name, document):
        """The file's kind; on a page of several kinds the one whose fields are nearest to those of the document."""
        return min(self.kinds[name], key=lambda kind: len(self.keys[kind] ^ set(document)))

    def path(self, name):
        return name.split('.', 1)[1]


def flat(document):
    for key, value in document.items():
        for inner, held in value.items() if isinstance(value, dict) else [('', value)]:
            text = held if isinstance(held, str) or held is None else json.dumps(held)
            yield key + ('.' + inner if inner else ''), text


def mailbox(text):
    local, domain = text.strip().lower().split('@')
    return (local.split('+')[0].replace('.', '') if domain in DOTLESS else local) + '@' + domain


def read(folder, name, names, rows):
    with open(os.path.join(folder, name), 'rb') as file:
        data = file.read()
    broken, byte = [], 0
    for line, text in enumerate(data.split(b'\n')[:-1], 1):
        try:
            document = json.loads(text.decode('utf-8'))
            rows.append((names.kind(name, document), name, line, text, document[names.key], list(flat(document))))
        except (ValueError, RecursionError):
            broken.append((line, byte))
        byte += len(text) + 1
    return hashlib.sha256(data).hexdigest(), broken


def fields(rows):
    found = collections.defaultdict(list)
    for kind, _, _, _, _, values in rows:
        for path, text in values:
            found[kind, path].append(text)
    for (kind, path), texts in found.items():
        full = [text for text in texts if text is not None and text.strip()]
        yield (kind, path), (len(texts), len(full), len(texts), len(set(full)))


def measures(rows, names, households):
    people, every = collections.defaultdict(set), collections.defaultdict(list)
    for kind, _, _, _, user, values in rows:
        for path, text in values:
            if text is not None and text.strip():
                every[f'{kind}.{path}'].append((user, text))
    paths = lambda category: names.paths.get(category, [])
    texts = lambda category: [text for path in paths(category) for _, text in every[path]]
    users = {row[4] for row in rows}
    emails = [(path, user, text) for path in paths('email') for user, text in every[path]]
    own = [text for path, _, text in emails if names.path(path) not in names.of_others]
    others = {text.strip().lower() for path, _, text in emails if names.path(path) in names.of_others}
    owned = [pair for path in paths('mac-address') for pair in every[path]]
    folded = {text.strip().lower() for text in own}
    parent = {user: user for user in users}
    def root(user):
        while parent[user] != user:
            user = parent[user]
        return user
    keys = collections.defaultdict(list)
    for user, key in [(u, mailbox(t)) for path, u, t in emails if names.path(path) not in names.of_others] + owned:
        keys[key].append(user)
    for first, *rest in keys.values():
        for user in rest:
            parent[root(user)] = root(first)
    homes = sum(user == above for user, above in parent.items())
    found = {'documents': len(rows), 'documents.twice': len(rows) - len({(row[0], row[3]) for row in rows}),
             'people.accounts': len(parent), 'people.emails-l0': len(set(own)),
             'people.emails-l1': len({text.strip() for text in own}), 'people.emails-l2': len(folded),
             'people.emails-l3': len({mailbox(text) for text in own}), 'people.emails-any': len(folded | others),
             'people.emails-others': len(others), 'people.share-only': len(others - folded), 'people.households': homes,
             'people.linked-l4': homes + households, 'people.owners': len({user for user, _ in owned}),
             'devices': len(set(texts('mac-address'))),
             'tokens.with:third-party-token': len(set(texts('third-party-token'))),
             'tokens.with:api-token': len(set(texts('api-token')))}
    for kind in names.keys:
        found[f'documents.kind:{kind}'] = sum(row[0] == kind for row in rows)
    for provider, suffixes in CLOUDS.items():
        found[f'hosts.provider:{provider}'] = sum(any(f'.{h}'.endswith(f'.{s}') for s in suffixes) for h in texts('hostname'))
    for category in names.paths:
        for path in paths(category):
            people[category] |= {user for user, _ in every[path]}
            if names.path(path) not in names.meanings:
                people['certain', category] |= {user for user, _ in every[path]}
    for group, members in GROUPS.items():
        having = len(set().union(*(people[category] for category in members)))
        found[f'people.with-any:{group}'], found[f'share.with-any:{group}'] = having, having / len(users)
    for name, (category, values) in names.sets.items():
        held = dict(pair for path in paths(category) for pair in every[path])
        if held:
            found[f'share.of:{name}'] = sum(value in values for value in held.values()) / len(held)
    return found, lambda id, category: len(people[('certain', category) if '-certain:' in id else category])


def compare(folder):
    with open(os.path.join(folder, 'truth.json'), encoding='utf-8') as file:
        truth = json.load(file)
    with open(os.path.join(folder, 'proof.json'), encoding='utf-8') as file:
        proof = json.load(file)
    names, rows, wrong, numbers = Names(truth, proof), [], [], 0
    def same(what, said, seen):
        nonlocal numbers
        numbers += 1
        if said != seen:
            wrong.append(f'{what}: the truth file says {said}, the documents {seen}')
    for file in truth['files']:
        before = len(rows)
        digest, broken = read(folder, file['name'], names, rows)
        same(f'{file["name"]}, SHA-256', file['sha256'], digest)
        same(f'{file["name"]}, documents', file['documents'], len(rows) - before)
        same(f'{file["name"]}, broken lines', [(b['line'], b['byte']) for b in file['broken']], broken)
    said = {(f['kind'], f['path']): tuple(f[n] for n in ('present', 'filled', 'values', 'distinct')) for f in truth['fields']}
    for key, counts in fields(rows):
        same('.'.join(key), said.pop(key, None), counts)
    same('paths that no document has', [], list(said))
    for f in truth['fields']:
        meanings = names.meanings.get(f['path'], [f['category']])
        same(f'{f["kind"]}.{f["path"]}, category', f['category'], meanings[0])
    known = truth.get('known', {'links': [], 'planted': [], 'genuine': {}})
    households = sum(link['one'] == 'household' for link in known['links'])
    planted = {(p['file'], p['line']) for p in known['planted']}
    for part, rest in (('measures', rows), ('genuine', [row for row in rows if (row[1], row[2]) not in planted])):
        found, having = measures(rest, names, households)
        for id, value in {**truth['measures'], **(known['genuine'] if part == 'genuine' else {})}.items():
            same(f'{part} {id}', value['file'], found.get(id) if id in found else having(id, id.split(':')[1]))
            if proof['kind'] == 'census' and 'shard' not in truth:
                same(f'{part} {id}, population', value['population'], value['file'])
    for line in wrong:
        print(f'{folder}: {line}')
    print(f'{folder}: {numbers} numbers of {len(rows)} documents, {len(wrong)} wrong')
    return not wrong and bool(rows)


if __name__ == '__main__':
    sys.exit(0 if len(sys.argv) > 1 and all([compare(folder) for folder in sys.argv[1:]]) else 1)
