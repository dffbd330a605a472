"""Makes bodies.jsonl out of OpenAI's API description: python3 make_bodies.py openapi.yaml > bodies.jsonl

Every member of every request object, and every branch of every union, stands in at least one body.
"""
import json
import sys

import yaml

with open(sys.argv[1], encoding="utf8") as file:
    S = yaml.load(file, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))["components"]["schemas"]
sys.setrecursionlimit(10000)
def res(s):
    seen=0
    while '$ref' in s and seen<20:
        s=S[s['$ref'].split('/')[-1]];seen+=1
    return s
def merge(s):
    s=res(s)
    if 'allOf' in s:
        out={'type':'object','properties':{},'required':[]}
        for p in s['allOf']:
            m=merge(p)
            if 'properties' in m: out['properties'].update(m['properties'])
            else:
                if 'type' in m and m.get('type')!='object': return m
                if 'anyOf' in m or 'oneOf' in m: return m
            out['required']+=m.get('required',[])
        out['properties'].update(s.get('properties',{}))
        return out
    return s
def minimal(s,depth=0,stack=()):
    return variants(s,depth,stack,True)[0]
def variants(s,depth=0,stack=(),first=False):
    name=s.get('$ref','')
    if name and name in stack: return [None]
    if name: stack=stack+(name,)
    s=merge(s)
    if depth>8: return ["s"]
    for k in ('oneOf','anyOf'):
        if k in s:
            out=[]
            for b in s[k]:
                b2=merge(b)
                if b2.get('type')=='null': continue
                out+=variants(b,depth,stack,first)
                if first: break
            out=[o for o in out if o is not None]
            return out or [None]
    if 'enum' in s: return [s['enum'][0]]
    if 'const' in s: return [s['const']]
    t=s.get('type')
    if isinstance(t,list): t=[x for x in t if x!='null'][0]
    if t is None and 'properties' in s: t='object'
    if t=='string': return ["s"]
    if t in('integer','number'): return [1]
    if t=='boolean': return [True]
    if t=='array':
        return [[v] for v in variants(s.get('items',{'type':'string'}),depth+1,stack,first) if v is not None] or [[]]
    if t=='object' or t is None:
        props=s.get('properties',{})
        req=s.get('required',[])
        base={}
        for r in req:
            if r in props:
                v=minimal(props[r],depth+1,stack)
                if v is not None: base[r]=v
        if not props:
            ap=s.get('additionalProperties')
            if isinstance(ap,dict) and ap:
                return [{"k":v} for v in variants(ap,depth+1,stack,first)]
            return [{"k":"s"}]
        if first: return [base]
        out=[base]
        for p,ps in props.items():
            for v in variants(ps,depth+1,stack):
                if v is None: continue
                o=dict(base);o[p]=v;out.append(o)
        return out
    return ["s"]
lines=[]
for route,n in (('CHAT','CreateChatCompletionRequest'),('RESPONSES','CreateResponse'),('EMBEDDINGS','CreateEmbeddingRequest')):
    vs=variants({'$ref':'#/components/schemas/'+n})
    seen=set()
    for v in vs:
        v['model']='note-assistant'
        if route!='CHAT' and 'input' not in v: v['input']='s'
        v.pop('stream',None)
        j=json.dumps(v,ensure_ascii=False,sort_keys=False,separators=(',',':'))
        if j in seen: continue
        seen.add(j); lines.append('{"route":"%s","body":%s}'%(route,j))
print('\n'.join(lines))
