#!/usr/bin/env node
// Makes what the server sends to browsers: node web/build.js FOLDER writes onroll.css, onroll.js and mark.svg there, minified,
// each with its .br and .gz; and mirrored.css, the same styles for languages that run from the right. The same sources give the same bytes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import * as esbuild from 'esbuild'
import rtlcss from 'rtlcss'
import * as sass from 'sass'

const web = dirname(fileURLToPath(import.meta.url))
if (process.argv.length !== 3) {
  console.error('usage: node web/build.js FOLDER')
  process.exit(2)
}
const out = resolve(process.argv[2])

function style(name) {
  const { css } = sass.compile(join(web, 'styles', `${name}.scss`), {
    style: 'compressed',
    loadPaths: [join(web, 'node_modules')],
    quietDeps: true
  })
  return css.replace(/^\uFEFF/, '')
}

// Only minified: older browsers skip the rules that they do not know.
function minified(css) {
  return esbuild.transformSync(css, { loader: 'css', minify: true, charset: 'utf8' }).code
}

function script() {
  const built = esbuild.buildSync({
    entryPoints: [join(web, 'scripts', 'onroll.js')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2018',
    charset: 'utf8',
    legalComments: 'none',
    write: false
  })
  return built.outputFiles[0].text
}

function mark() {
  return readFileSync(join(web, 'images', 'mark.svg'), 'utf8').trim() + '\n'
}

function write(name, text) {
  const bytes = Buffer.from(text, 'utf8')
  writeFileSync(join(out, name), bytes)
  writeFileSync(join(out, `${name}.br`), brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length
    }
  }))
  writeFileSync(join(out, `${name}.gz`), gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }))
}

mkdirSync(out, { recursive: true })
const styles = style('onroll')
write('onroll.css', minified(styles))
write('mirrored.css', minified(rtlcss.process(styles) + style('mirrored')))
write('onroll.js', script())
write('mark.svg', mark())
