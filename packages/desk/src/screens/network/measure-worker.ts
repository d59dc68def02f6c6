// Measures a network beside the page.

import { measureNetwork, type ToMeasure } from './measure-network.ts';

self.onmessage = ({ data }: MessageEvent<ToMeasure>) => self.postMessage(measureNetwork(data));
