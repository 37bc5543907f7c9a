/**
 * Lets plain Node run the product's sources: an import that ends in `.js` (as the compiler wants it) is answered with the
 * `.ts` beside it. Import this file first, then the sources by a dynamic import. Sources with decorators stay out of reach.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (!specifier.startsWith('.') || !specifier.endsWith('.js') || context.parentURL?.includes('/node_modules/')) {
      return nextResolve(specifier, context);
    }
    const source = specifier.replace(/\.js$/, '.ts');
    const isSource = existsSync(fileURLToPath(new URL(source, context.parentURL)));
    return nextResolve(isSource ? source : specifier, context);
  },
});
