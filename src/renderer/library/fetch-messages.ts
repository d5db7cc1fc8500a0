// Words about fetching PDFs.
import type { FetchItem, FetchReason } from '#shared/fetch.ts';
import { defineMessages } from '../ui/i18n.tsx';

const REASON_EN: Record<FetchReason, string> = {
  'not-found': 'The site does not have it any more',
  'no-access': 'The site does not let it out without access',
  'log-in': 'The site asks for a log-in',
  'robot-check': 'The site checks for robots; open the link in your browser instead',
  'web-page': 'The site sent a web page instead of the PDF',
  'not-pdf': 'The site sent something that is no PDF',
  busy: 'The site asks to come back later',
  server: 'The site has trouble',
  'cut-off': 'The connection was cut off; it goes on from there next time',
  'too-large': 'Larger than 300 MB',
  'too-long': 'It took too long',
  'too-many-redirects': 'The site sends from one address to the next without end',
  'forbidden-address': 'The address is not on the public internet, or not safe',
  'no-host': 'There is no such site, or no connection to the internet',
  insecure: 'The connection to the site is not secure',
  damaged: 'What arrived is damaged',
};
const REASON_ZH: Record<FetchReason, string> = {
  'not-found': '网站上已没有该文件',
  'no-access': '网站要求访问权限',
  'log-in': '网站要求登录',
  'robot-check': '网站进行人机验证，请改用浏览器打开链接',
  'web-page': '网站返回的是网页而非 PDF',
  'not-pdf': '网站返回的不是 PDF',
  busy: '网站要求稍后再试',
  server: '网站出现故障',
  'cut-off': '连接中断，下次会从中断处继续',
  'too-large': '超过 300 MB',
  'too-long': '耗时过长',
  'too-many-redirects': '网站不断跳转',
  'forbidden-address': '地址不在公共互联网上，或不安全',
  'no-host': '找不到该网站，或没有网络连接',
  insecure: '与网站的连接不安全',
  damaged: '下载的文件已损坏',
};
const STATE_EN: Record<FetchItem['state'], string> = {
  queued: 'Waiting',
  running: 'On its way',
  done: 'Fetched',
  failed: 'Failed',
};
const STATE_ZH: Record<FetchItem['state'], string> = {
  queued: '等待中',
  running: '下载中',
  done: '已下载',
  failed: '失败',
};
const mb = (bytes: number): string => (bytes / 1024 ** 2).toFixed(1);

export const fetchMessages = defineMessages({
  en: {
    title: 'Fetch PDFs for offline reading',
    menu: 'Fetch missing PDFs…',
    nothing: 'No paper without a PDF has a link one can be had from',
    some: (count: number) => `${count} ${count === 1 ? 'paper' : 'papers'} could be fetched`,
    explain:
      'Links to arXiv, OpenReview, the ACL Anthology and addresses that end in .pdf can be fetched. Nothing goes to the network before you press the button.',
    hosts: (hosts: string) => `Will be asked: ${hosts}`,
    addAll: (count: number) => `Queue all ${count}`,
    run: (count: number) => (count > 0 ? `Fetch ${count} now` : 'Fetch now'),
    ended: (fetched: number, failed: number) => `${fetched} fetched${failed > 0 ? `, ${failed} not` : ''}`,
    state: (state: FetchItem['state']) => STATE_EN[state],
    reason: (reason: FetchReason) => REASON_EN[reason],
    progress: (bytes: number, total: number | null) => (total ? `${mb(bytes)} of ${mb(total)} MB` : `${mb(bytes)} MB`),
    again: 'Try again',
    takeOut: 'Take out of the queue',
  },
  'zh-Hans': {
    title: '下载 PDF 以便离线阅读',
    menu: '下载缺少的 PDF…',
    nothing: '缺少 PDF 的论文都没有可用的下载链接',
    some: (count) => `有 ${count} 篇论文可以下载`,
    explain: '支持 arXiv、OpenReview、ACL Anthology 以及以 .pdf 结尾的链接。在您点击按钮之前不会访问网络。',
    hosts: (hosts) => `将访问：${hosts}`,
    addAll: (count) => `全部加入队列（${count}）`,
    run: (count) => (count > 0 ? `立即下载 ${count} 篇` : '立即下载'),
    ended: (fetched, failed) => `已下载 ${fetched} 篇${failed > 0 ? `，${failed} 篇失败` : ''}`,
    state: (state) => STATE_ZH[state],
    reason: (reason) => REASON_ZH[reason],
    progress: (bytes, total) => (total ? `${mb(bytes)} / ${mb(total)} MB` : `${mb(bytes)} MB`),
    again: '重试',
    takeOut: '移出队列',
  },
});
