// The bridge from opening to closing: one bar a step, each standing on the one before. Properties may be set before or
// after the element is defined. The numbers are also in a table on the page; this is for the eye.
import * as echarts from '../_static/echarts/6.0.0/dist/echarts.esm.min.js';

const COLOURS = { BALANCE: '#1f4e79', UP: '#3a8a5c', DOWN: '#b8453d' };
const PROPERTIES = ['steps', 'currency', 'decimals', 'labelDecimals'];

class TieoutBridge extends HTMLElement {
    connectedCallback() {
        for (const name of PROPERTIES) {
            if (Object.prototype.hasOwnProperty.call(this, name)) {
                const value = this[name];
                delete this[name];
                this[name] = value;
            }
        }
        this.style.display = 'block';
        this.chart = echarts.init(this, null, { renderer: 'svg' });
        this.resizes = new ResizeObserver(() => this.chart.resize());
        this.resizes.observe(this);
        this.draw();
    }

    disconnectedCallback() {
        this.resizes?.disconnect();
        this.chart?.dispose();
        this.chart = undefined;
    }

    draw() {
        if (this.chart && this._steps) {
            this.chart.setOption(option(this._steps, this._currency ?? '', this._decimals ?? 2, this._labelDecimals ?? 0), true);
        }
    }
}

for (const name of PROPERTIES) {
    Object.defineProperty(TieoutBridge.prototype, name, {
        get() { return this['_' + name]; },
        set(value) { this['_' + name] = value; this.draw(); },
    });
}

// From where to where each bar reaches.
function spans(steps) {
    let level = 0;
    return steps.map((step) => {
        const from = step.kind === 'BALANCE' ? 0 : level;
        const to = step.kind === 'BALANCE' ? step.amount : level + step.amount;
        level = to;
        return { ...step, from, to };
    });
}

function option(steps, currency, decimals, labelDecimals) {
    const bars = spans(steps);
    const full = new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    const short = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 4 });
    const whole = new Intl.NumberFormat('en-US', { minimumFractionDigits: labelDecimals, maximumFractionDigits: labelDecimals });
    // What rounds to nothing has no sign.
    const figure = (amount) => (Math.abs(amount) < 1e6 ? whole : short).format(amount).replace(/^-(0(\.0+)?)$/, '$1').replace('-', '\u2212');
    const signed = (bar) => (bar.kind !== 'BALANCE' && bar.amount > 0 ? '+' : '') + figure(bar.amount);
    const moved = bars.filter((bar) => bar.kind !== 'BALANCE').flatMap((bar) => [bar.from, bar.to]);
    return {
        animation: false,
        grid: { left: 8, right: 8, top: 28, bottom: 10, containLabel: true },
        tooltip: {
            trigger: 'item',
            formatter: ({ data }) => `${data.bar.name}: ${full.format(data.bar.amount)} ${currency}`,
        },
        xAxis: { type: 'category', data: bars.map((bar) => bar.name), axisTick: { show: false }, axisLabel: { color: '#33404e', interval: 0 } },
        yAxis: { type: 'value', min: floor(moved), max: ceiling(bars, moved), axisLabel: { color: '#55606e', showMaxLabel: false, formatter: (value) => short.format(value) }, splitLine: { lineStyle: { color: '#eef0f3' } } },
        series: [{
            type: 'custom',
            clip: true,
            encode: { x: 0, y: [1, 2] },
            data: bars.map((bar, index) => ({ value: [index, bar.from, bar.to], bar })),
            renderItem: (params, api) => draw(api, bars[params.dataIndex], signed),
        }],
    };
}

// Movements are small beside balances: the axis begins below the lowest movement, and says so by its numbers.
function floor(moved) {
    const low = Math.min(...moved);
    const high = Math.max(...moved);
    if (!Number.isFinite(low) || low <= 0 || (high - low) > low) {
        return 0;
    }
    const margin = Math.max((high - low) * 0.6, high * 0.005);
    const power = 10 ** Math.floor(Math.log10(Math.max(high - low, 1)));
    const step = (high - low) / power > 5 ? power * 10 : (high - low) / power < 2 ? power / 2 : power;
    return Math.max(0, Math.floor((low - margin) / step) * step);
}

// Room for the figure above the tallest bar.
function ceiling(bars, moved) {
    const high = Math.max(...bars.flatMap((bar) => [bar.from, bar.to]));
    return high + Math.max((high - Math.max(floor(moved), 0)) * 0.08, 1e-9);
}

function draw(api, bar, signed) {
    const bottom = api.coord([api.value(0), Math.min(bar.from, bar.to)]);
    const top = api.coord([api.value(0), Math.max(bar.from, bar.to)]);
    const base = api.coord([api.value(0), api.value(1)]);
    const width = api.size([1, 0])[0] * 0.56;
    const height = Math.max(1.5, bottom[1] - top[1]);
    return {
        type: 'group',
        children: [
            { type: 'rect', shape: { x: base[0] - width / 2, y: top[1], width, height }, style: { fill: COLOURS[bar.kind] } },
            { type: 'text', style: { x: base[0], y: top[1] - 5, text: signed(bar), textAlign: 'center', textVerticalAlign: 'bottom', fill: '#26323f', fontSize: 12 } },
        ],
    };
}

customElements.define('tieout-bridge', TieoutBridge);
