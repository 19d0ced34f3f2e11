// The process of a close, with the present step marked. The viewer is bpmn-js, unchanged; its watermark stays visible.
const WEBJAR = new URL('../webjars/bpmn-js/8.0.0/dist/', import.meta.url).href;
const PROPERTIES = ['xml', 'step'];

let viewer;
function load() {
    viewer ??= new Promise((resolve, reject) => {
        const style = document.createElement('link');
        style.rel = 'stylesheet';
        style.href = WEBJAR + 'assets/diagram-js.css';
        document.head.append(style);
        const script = document.createElement('script');
        script.src = WEBJAR + 'bpmn-navigated-viewer.production.min.js';
        script.onload = () => resolve(window.BpmnJS);
        script.onerror = reject;
        document.head.append(script);
    });
    return viewer;
}

class TieoutProcess extends HTMLElement {
    connectedCallback() {
        for (const name of PROPERTIES) {
            if (Object.prototype.hasOwnProperty.call(this, name)) {
                const value = this[name];
                delete this[name];
                this[name] = value;
            }
        }
        this.draw();
    }

    disconnectedCallback() {
        this.diagram?.destroy();
        this.diagram = undefined;
    }

    async draw() {
        if (!this.isConnected || !this._xml) {
            return;
        }
        const Viewer = await load();
        if (!this.isConnected) {
            return;
        }
        this.diagram ??= new Viewer({ container: this });
        await this.diagram.importXML(this._xml);
        this.mark();
        this.diagram.get('canvas').zoom('fit-viewport', 'auto');
    }

    mark() {
        const canvas = this.diagram.get('canvas');
        this.diagram.get('elementRegistry')
            .filter((element) => element.type !== 'label' && element.businessObject?.name === this._step)
            .forEach((element) => canvas.addMarker(element.id, 'present-step'));
    }
}

for (const name of PROPERTIES) {
    Object.defineProperty(TieoutProcess.prototype, name, {
        get() { return this['_' + name]; },
        set(value) { this['_' + name] = value; this.draw(); },
    });
}

customElements.define('tieout-process', TieoutProcess);
