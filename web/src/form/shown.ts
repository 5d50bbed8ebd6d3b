import { noChange } from "lit-html";
import { directive, Directive, type PropertyPart } from "lit-html/directive.js";
import { type Json, isEqual } from "../app/json";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/**
 * Writes a value into a control only where what stands there means another one. What somebody is typing (`07` for 7, half a
 * word of an input method) is left alone, and the caret with it.
 */
class Shown extends Directive {
  render(_value: Json | undefined, text: string, _parse: (typed: string) => Json | undefined): string {
    return text;
  }

  override update(part: PropertyPart, [value, text, parse]: Parameters<this["render"]>): unknown {
    const control = part.element as Control;
    if (!isEqual(parse(control.value), value)) control.value = text;
    return noChange;
  }
}

export const shown = directive(Shown);
