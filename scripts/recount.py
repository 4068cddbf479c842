"""Counts a synthetic world again and compares every number with its truth.json: a second reader, in another language,
that shares nothing with the generator or the kit's own readers. Usage: python3 scripts/recount.py FOLDER..."""
import collections, hashlib, json, os, sys

CATEGORIES = {  # kind.path of each category, written down once more on purpose
    'account-id': '*.user_id', 'email': 'account.email share.share_email', 'username': 'account.nickname',
    'photo': 'account.logo', 'timezone': 'account.timezone_name', 'third-party-token': 'account.alexa_token',
    'locale': 'account.locale', 'mac-address': 'device.mac event.device_mac', 'device-nickname': 'device.nickname',
    'device-model': 'device.product_model', 'firmware-version': 'device.firmware_ver', 'ssid': 'device.ssid',
    'ip-address': 'device.ip', 'hostname': 'request.host', 'device-id': 'request.phone_id scale.device_id',
    'api-token': 'request.body.access_token request.body.access_token_tail', 'age': 'scale.age', 'gender': 'scale.gender',
    'timestamp': 'account.create_ts account.last_login_ts account.last_logout_ts share.share_ts device.conn_state_ts '
                 'device.first_activation_ts request.ts event.event_ts scale.measure_ts', 'height': 'scale.height',
    'weight': 'scale.weight', 'bmi': 'scale.bmi', 'body-fat': 'scale.body_fat', 'body-water': 'scale.body_water',
    'muscle-mass': 'scale.muscle', 'basal-metabolic-rate': 'scale.bmr',
    'bone-density': 'scale.bone_density scale.bone_mineral', 'bone-mass': 'scale.bone_mass scale.bone_mineral',
    'protein-intake': 'scale.daily_protein_intake scale.protein', 'protein-share': 'scale.body_protein_pct scale.protein',
}
DISPUTED = ('scale.bone_mineral', 'scale.protein', 'request.body.access_token_tail')
EASTERN = 'New_York Detroit Indiana/Indianapolis Kentucky/Louisville'.split()
CLOUDS = {'alibaba': 'aliyuncs', 'aws-china': 'amazonaws-cn', 'aws': 'amazonaws'}
HEALTH = ('height weight bmi body-fat body-water muscle-mass bone-mass bone-density protein-share protein-intake '
          'basal-metabolic-rate heart-rate blood-pressure blood-type diagnosis medication').split()
GROUPS = {'health': HEALTH,
          'credentials': 'password password-hash api-token third-party-token session-id secret-key'.split()}


def flat(document):
    for key, value in document.items():
        for inner, held in value.items() if isinstance(value, dict) else [('', value)]:
            text = held if isinstance(held, str) or held is None else json.dumps(held)
            yield key + ('.' + inner if inner else ''), text


def mailbox(text):
    local, domain = text.strip().lower().split('@')
    return (local.split('+')[0].replace('.', '') if domain == 'mail.example.com' else local) + '@' + domain


KINDS = {'share_email': 'share', 'product_model': 'device', 'method': 'request', 'event_id': 'event', 'data_id': 'scale'}


def read(folder, name, rows):
    with open(os.path.join(folder, name), 'rb') as file:
        data = file.read()
    broken, byte = [], 0
    for line, text in enumerate(data.split(b'\n')[:-1], 1):
        try:
            document = json.loads(text.decode('utf-8'))
            kind = next((kind for path, kind in KINDS.items() if path in document), 'account')
            rows.append((kind, name, line, text, document['user_id'], list(flat(document))))
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


def measures(rows, households):
    people, every = collections.defaultdict(set), collections.defaultdict(list)
    for kind, _, _, _, user, values in rows:
        for path, text in values:
            if text is not None and text.strip():
                every[f'{kind}.{path}'].append((user, text))
    texts = lambda *paths: [text for path in paths for _, text in every[path]]
    users = {row[4] for row in rows}
    own, others = texts('account.email'), {text.strip().lower() for text in texts('share.share_email')}
    folded = {text.strip().lower() for text in own}
    parent = {user: user for user in users}
    def root(user):
        while parent[user] != user:
            user = parent[user]
        return user
    keys = collections.defaultdict(list)
    for user, key in [(u, mailbox(t)) for u, t in every['account.email']] + every['device.mac']:
        keys[key].append(user)
    for first, *rest in keys.values():
        for user in rest:
            parent[root(user)] = root(first)
    homes = sum(user == above for user, above in parent.items())
    found = {'documents': len(rows), 'documents.twice': len(rows) - len({(row[0], row[3]) for row in rows}),
             'people.accounts': len(parent), 'people.emails-l0': len(set(own)),
             'people.emails-l1': len({text.strip() for text in own}), 'people.emails-l2': len(folded),
             'people.emails-l3': len({mailbox(text) for text in own}), 'people.emails-any': len(folded | others),
             'people.share-only': len(others - folded), 'people.households': homes,
             'people.linked-l4': homes + households, 'people.owners': len({user for user, _ in every['device.mac'] + every['event.device_mac']}),
             'devices': len(set(texts('device.mac', 'event.device_mac'))),
             'tokens.with:third-party-token': len(set(texts('account.alexa_token'))),
             'tokens.with:api-token': len(set(texts(*CATEGORIES['api-token'].split())))}
    for kind in ('account', 'share', 'device', 'request', 'event', 'scale'):
        found[f'documents.kind:{kind}'] = sum(row[0] == kind for row in rows)
    for provider, suffix in CLOUDS.items():
        found[f'hosts.provider:{provider}'] = sum(h.endswith(f'.{suffix}.example.org') for h in texts('request.host'))
    for category, paths in CATEGORIES.items():
        for path in [p for p in every if p in paths.split() or (paths[0] == '*' and p.endswith(paths[1:]))]:
            people[category] |= {user for user, _ in every[path]}
            if path not in DISPUTED:
                people['certain', category] |= {user for user, _ in every[path]}
    for group, members in GROUPS.items():
        having = len(set().union(*(people[category] for category in members)))
        found[f'people.with-any:{group}'], found[f'share.with-any:{group}'] = having, having / len(users)
    zones = dict(every['account.timezone_name'])
    if zones:
        found['share.of:eastern'] = sum(zone.split('/', 1)[1] in EASTERN for zone in zones.values()) / len(zones)
    return found, lambda id, category: len(people[('certain', category) if '-certain:' in id else category])


def compare(folder):
    with open(os.path.join(folder, 'truth.json'), encoding='utf-8') as file:
        truth = json.load(file)
    with open(os.path.join(folder, 'proof.json'), encoding='utf-8') as file:
        proof = json.load(file)
    rows, wrong, numbers = [], [], 0
    def same(what, said, seen):
        nonlocal numbers
        numbers += 1
        if said != seen:
            wrong.append(f'{what}: the truth file says {said}, the documents {seen}')
    for file in truth['files']:
        before = len(rows)
        digest, broken = read(folder, file['name'], rows)
        same(f'{file["name"]}, SHA-256', file['sha256'], digest)
        same(f'{file["name"]}, documents', file['documents'], len(rows) - before)
        same(f'{file["name"]}, broken lines', [(b['line'], b['byte']) for b in file['broken']], broken)
    said = {(f['kind'], f['path']): tuple(f[n] for n in ('present', 'filled', 'values', 'distinct')) for f in truth['fields']}
    for key, counts in fields(rows):
        same('.'.join(key), said.pop(key, None), counts)
    same('paths that no document has', [], list(said))
    for f in truth['fields']:
        key = f'{f["kind"]}.{f["path"]}'
        named = [c for c, p in CATEGORIES.items() if key in p.split() or (p[0] == '*' and key.endswith(p[1:]))]
        same(f'{key}, category', True, f['category'] in (named or ['unknown']))
    known = truth.get('known', {'links': [], 'planted': [], 'genuine': {}})
    households = sum(link['one'] == 'household' for link in known['links'])
    planted = {(p['file'], p['line']) for p in known['planted']}
    for part, rest in (('measures', rows), ('genuine', [row for row in rows if (row[1], row[2]) not in planted])):
        found, having = measures(rest, households)
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
