// No page of the advice service's staff asks for anything that its content security policy keeps out. Follows trust.md S-02.
import { nothing_is_kept_out } from './lib/policy_crawl.mjs';

export const name = 'nothing is kept out of any page of the advice service’s staff by its policy';
export const widths = [1280];
export const scripts = ['with'];

export const steps = (scene) => nothing_is_kept_out(scene, ['adviser@advice.tidemoor.example', 'manager@advice.tidemoor.example',
    'dpo@advice.tidemoor.example', 'admin@advice.tidemoor.example'], 100);
