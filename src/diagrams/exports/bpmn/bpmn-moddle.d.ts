declare module 'bpmn-moddle' {
  /** An element of BPMN, of which `bpmn-moddle` knows the properties. */
  export interface ModdleElement {
    $type: string;
    id?: string;
    [property: string]: unknown;
  }
  export class BpmnModdle {
    create(type: string, properties?: object): ModdleElement;
    toXML(element: ModdleElement, options?: { format?: boolean; preamble?: boolean }): Promise<{ xml: string }>;
    fromXML(xml: string): Promise<{ rootElement: ModdleElement; warnings: { message: string }[] }>;
  }
}
