/** The engine's own way into a string (JavaScript string builtins): read where it lies, without a call. */
@external('wasm:js-string', 'charCodeAt')
export declare function charCodeAt(text: externref, at: i32): i32;
