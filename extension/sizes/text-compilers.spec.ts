import { expect, it } from 'vitest'
import { textCompilers } from './text-compilers.ts'

it.each(['x=Function("return this")()', 'new Function(a)', 'let e = eval (text)', ';eval(t)'])(
  'finds %s',
  (code) => expect(textCompilers(code)).toHaveLength(1),
)

it.each(['isFunction(a)', 'x.eval(1)', 'typeof Function', '$eval(3)', 'function(a){}'])(
  'lets %s be',
  (code) => expect(textCompilers(code)).toEqual([]),
)
