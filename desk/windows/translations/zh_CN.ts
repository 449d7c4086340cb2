<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
    <context>
        <name>AcceptanceScreen</name>
        <message>
            <source>Case {0} of {1}: {2}. All are accepted together with the last.</source>
            <translation>第 {0}/{1} 件:{2}。录完最后一件后一并受理。</translation>
        </message>
    </context>
    <context>
        <name>AcceptedDialog</name>
        <message>
            <source>Accepted</source>
            <translation>已受理</translation>
        </message>
        <message>
            <source>Accepted by somebody else</source>
            <translation>已由他人受理</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>Leave theirs, take mine out  Ctrl+Enter</source>
            <translation>以已受理的为准，撤下本机这件  Ctrl+Enter</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>本机</translation>
        </message>
        <message>
            <source>What differs</source>
            <translation>不同之处</translation>
        </message>
    </context>
    <context>
        <name>ApplicationEntry</name>
        <message>
            <source>Co-ownership</source>
            <translation>共有方式</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Right acted upon</source>
            <translation>所涉权利</translation>
        </message>
        <message>
            <source>Unit codes</source>
            <translation>不动产单元号</translation>
        </message>
    </context>
    <context>
        <name>AskerForm</name>
        <message>
            <source>Asker</source>
            <translation>查询人</translation>
        </message>
        <message>
            <source>Asks as</source>
            <translation>身份</translation>
        </message>
        <message>
            <source>Ground</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Identity</source>
            <translation>证件</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>号码</translation>
        </message>
        <message>
            <source>Purpose</source>
            <translation>目的</translation>
        </message>
        <message>
            <source>identity card, contract, letter of the court …</source>
            <translation>身份证、合同、法院函件等</translation>
        </message>
    </context>
    <context>
        <name>Batch</name>
        <message>
            <source>Case {0} of {1}: {2}. The next one follows the scan of its sheets.</source>
            <translation>第 {0}/{1} 件：{2}。扫完本件的证纸后自动打印下一件。</translation>
        </message>
        <message>
            <source>The run was stopped: {0} of {1} chosen cases have no sheet reserved. When the sheets in the printer are accounted for, choose them and press Ctrl+P.</source>
            <translation>打印已停止：选中的 {1} 件中有 {0} 件未预留证纸。打印机里的证纸逐张交代清楚后，选中这些案件再按 Ctrl+P。</translation>
        </message>
    </context>
    <context>
        <name>BlindBox</name>
        <message>
            <source>Last four of the number of {0}</source>
            <translation>{0}证件号后四位</translation>
        </message>
        <message>
            <source>Type anew: {0}</source>
            <translation>重新输入：{0}</translation>
        </message>
    </context>
    <context>
        <name>BranchDialog</name>
        <message>
            <source>Act</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Begin: {0}</source>
            <translation>安排：{0}</translation>
        </message>
        <message>
            <source>Branches</source>
            <translation>并行事项</translation>
        </message>
        <message>
            <source>Minutes</source>
            <translation>分钟</translation>
        </message>
        <message>
            <source>No survey and no visit yet. Begin one below.</source>
            <translation>还没有调查和查看。请在下面安排。</translation>
        </message>
        <message>
            <source>Note it  Ctrl+Enter</source>
            <translation>记下  Ctrl+Enter</translation>
        </message>
        <message>
            <source>Owner</source>
            <translation>办理人</translation>
        </message>
        <message>
            <source>Question and finding</source>
            <translation>核实内容和结果</translation>
        </message>
        <message>
            <source>Question or finding</source>
            <translation>核实内容或结果</translation>
        </message>
        <message>
            <source>Second person</source>
            <translation>第二人</translation>
        </message>
        <message>
            <source>Stands</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Survey and site visit</source>
            <translation>权籍调查和实地查看</translation>
        </message>
        <message>
            <source>What</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>{0}: it does not fit</source>
            <translation>{0}：不符</translation>
        </message>
        <message>
            <source>{0}: it fits</source>
            <translation>{0}：相符</translation>
        </message>
        <message>
            <source>✓ Noted.</source>
            <translation>✓ 已记下。</translation>
        </message>
    </context>
    <context>
        <name>CalibrationScreen</name>
        <message>
            <source>Begun anew. Print the ruler sheet with Ctrl+P.</source>
            <translation>已重新开始。按 Ctrl+P 打印标尺页。</translation>
        </message>
        <message>
            <source>Both look at the trial on the void sheet. If it lies right, choose the second person and press Ctrl+Enter; else begin anew with Ctrl+Shift+N.</source>
            <translation>两人看废证上的试打:位置对,就选第二人按 Ctrl+Enter;不对,按 Ctrl+Shift+N 重新开始。</translation>
        </message>
        <message>
            <source>Calibration of the printer</source>
            <translation>打印机校准</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>It is off by {0} mm; that is put right now. Print a second ruler sheet to verify: Ctrl+P.</source>
            <translation>偏 {0} 毫米,已校正。按 Ctrl+P 再打一张标尺页校验。</translation>
        </message>
        <message>
            <source>Kind of sheet</source>
            <translation>证书种类</translation>
        </message>
        <message>
            <source>Lay the ruler sheet on a blank sheet, edge on edge, against the light. Read at which mm the corner of the form stands; left and up are minus. Then Ctrl+Enter.</source>
            <translation>把标尺页与空白证书对齐边角,迎光看证书边框角落在标尺几毫米处;向左、向上为负。填好按 Ctrl+Enter。</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Second person</source>
            <translation>第二人</translation>
        </message>
        <message>
            <source>The printer is set to fit papers to the page. Turn that off first: what is measured would not hold.</source>
            <translation>打印机设成了“适应页面”。请先关掉:否则校准不作数。</translation>
        </message>
        <message>
            <source>Tray</source>
            <translation>纸盒</translation>
        </message>
        <message>
            <source>as the printer calls it; empty: its own choice</source>
            <translation>按打印机的叫法;空:由打印机选</translation>
        </message>
        <message>
            <source>choose</source>
            <translation>选择</translation>
        </message>
        <message>
            <source>computed</source>
            <translation>计算</translation>
        </message>
        <message>
            <source>mark of the delivery</source>
            <translation>印制批号</translation>
        </message>
        <message>
            <source>read off</source>
            <translation>读数</translation>
        </message>
        <message>
            <source>ruler sheet</source>
            <translation>标尺页</translation>
        </message>
        <message>
            <source>simulated</source>
            <translation>模拟</translation>
        </message>
        <message>
            <source>trial</source>
            <translation>试打</translation>
        </message>
        <message>
            <source>verify</source>
            <translation>校验</translation>
        </message>
        <message>
            <source>✓ Kept for 7 days: {0}.</source>
            <translation>✓ 已保存,7 天内有效:{0}。</translation>
        </message>
        <message>
            <source>✓ True to {0} mm. Lay a void sheet into the tray and print the trial: Ctrl+T.</source>
            <translation>✓ 误差 {0} 毫米。请在纸盒放一张废证,按 Ctrl+T 试打。</translation>
        </message>
    </context>
    <context>
        <name>CapturePane</name>
        <message>
            <source>Materials to photograph</source>
            <translation>要拍的材料</translation>
        </message>
        <message>
            <source>No page yet. Press Space, drop a picture here, or paste one with Ctrl+V.</source>
            <translation>还没有页。请按 Space 拍摄、把图片拖到这里,或按 Ctrl+V 粘贴。</translation>
        </message>
        <message>
            <source>No papers are asked for yet. Begin an acceptance with F2.</source>
            <translation>还没有要拍的材料。请按 F2 选业务开始受理。</translation>
        </message>
        <message>
            <source>Page {0} of {1}</source>
            <translation>第 {0} 页,共 {1} 页</translation>
        </message>
        <message>
            <source>Pictures and PDF ({0})</source>
            <translation>图片和 PDF ({0})</translation>
        </message>
        <message>
            <source>Space photograph   Enter next   Backspace drop   R turn   ←→ look through</source>
            <translation>Space 拍   Enter 下一份   Backspace 去掉   R 旋转   ←→ 翻看</translation>
        </message>
        <message>
            <source>This page can no longer be read. Take it again.</source>
            <translation>这一页已读不出,请重拍。</translation>
        </message>
        <message>
            <source>picture</source>
            <translation>图片</translation>
        </message>
        <message>
            <source>{0} being kept</source>
            <translation>{0} 页存储中</translation>
        </message>
        <message>
            <source>{0} pages</source>
            <translation>{0} 页</translation>
        </message>
    </context>
    <context>
        <name>CaptureScreen</name>
        <message>
            <source>Papers</source>
            <translation>材料</translation>
        </message>
    </context>
    <context>
        <name>Cards</name>
        <message>
            <source>Card of {0} read. Press F2 to begin an acceptance with it.</source>
            <translation>读到 {0} 的身份证。按 F2 开始受理。</translation>
        </message>
    </context>
    <context>
        <name>ChargesPreview</name>
        <message>
            <source>Tax and fee</source>
            <translation>税费</translation>
        </message>
        <message>
            <source>Together {0}  {1}</source>
            <translation>合计 {0}  {1}</translation>
        </message>
        <message>
            <source>Worked out as soon as nothing stands in the way.</source>
            <translation>没有阻碍后即自动计算。</translation>
        </message>
    </context>
    <context>
        <name>ChargesScreen</name>
        <message>
            <source>Amount</source>
            <translation>金额</translation>
        </message>
        <message>
            <source>By</source>
            <translation>方式</translation>
        </message>
        <message>
            <source>Charges</source>
            <translation>税费</translation>
        </message>
        <message>
            <source>Exemption recorded.</source>
            <translation>已记减免。</translation>
        </message>
        <message>
            <source>Fee</source>
            <translation>登记费</translation>
        </message>
        <message>
            <source>Fee and tax</source>
            <translation>登记费和税</translation>
        </message>
        <message>
            <source>How it came about</source>
            <translation>怎样算出</translation>
        </message>
        <message>
            <source>Line</source>
            <translation>项目</translation>
        </message>
        <message>
            <source>No case chosen. Find one with F3.</source>
            <translation>没有选案件。按 F3 查找。</translation>
        </message>
        <message>
            <source>Not worked out yet. Press Ctrl+G.</source>
            <translation>还没有计费。按 Ctrl+G 计费。</translation>
        </message>
        <message>
            <source>Nothing is charged yet.</source>
            <translation>还没有计费。</translation>
        </message>
        <message>
            <source>Nothing is open.</source>
            <translation>已缴清。</translation>
        </message>
        <message>
            <source>Open: fee {0}, tax {1}, together {2}  {3}</source>
            <translation>未缴:登记费 {0},税 {1},合计 {2}  {3}</translation>
        </message>
        <message>
            <source>Payment recorded.</source>
            <translation>已记缴费。</translation>
        </message>
        <message>
            <source>Pays</source>
            <translation>缴</translation>
        </message>
        <message>
            <source>Reason of exemption</source>
            <translation>减免原因</translation>
        </message>
        <message>
            <source>Source</source>
            <translation>依据</translation>
        </message>
        <message>
            <source>Tax</source>
            <translation>税</translation>
        </message>
        <message>
            <source>The fee is given back; the slip is with the case.</source>
            <translation>登记费已退还，退费单在案件里。</translation>
        </message>
        <message>
            <source>Voucher</source>
            <translation>凭证号</translation>
        </message>
        <message>
            <source>Worked out.</source>
            <translation>已计费。</translation>
        </message>
        <message>
            <source>choose or write the reason</source>
            <translation>选择或填写原因</translation>
        </message>
        <message>
            <source>✓ Paid by scanning: {0}, voucher {1}.</source>
            <translation>✓ 扫码已缴 {0}，票据号 {1}。</translation>
        </message>
    </context>
    <context>
        <name>CheckView</name>
        <message>
            <source>After</source>
            <translation>变更后</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>变更前</translation>
        </message>
        <message>
            <source>Before and after are shown once nothing refuses.</source>
            <translation>没有拒绝性提示后显示变更前后。</translation>
        </message>
        <message>
            <source>What the rules say</source>
            <translation>规则提示</translation>
        </message>
        <message>
            <source>closes: {0}</source>
            <translation>注销：{0}</translation>
        </message>
        <message>
            <source>enters: {0}</source>
            <translation>登记：{0}</translation>
        </message>
        <message>
            <source>stays: {0}</source>
            <translation>保留：{0}</translation>
        </message>
        <message>
            <source>unit: {0}</source>
            <translation>单元：{0}</translation>
        </message>
        <message>
            <source>✓ Nothing stands in the way.</source>
            <translation>✓ 没有问题。</translation>
        </message>
    </context>
    <context>
        <name>CheckingScreen</name>
        <message>
            <source>As kept</source>
            <translation>留存样张</translation>
        </message>
        <message>
            <source>Check of written sheets</source>
            <translation>证书质检</translation>
        </message>
        <message>
            <source>No written sheet waits for its check. F5 looks again.</source>
            <translation>没有待质检的证纸。F5 刷新。</translation>
        </message>
        <message>
            <source>Scan a sheet: what should stand on it is shown here.</source>
            <translation>扫一张证纸，这里显示应有的内容。</translation>
        </message>
        <message>
            <source>Scan the sheet in your hand first, then press again.</source>
            <translation>请先扫手里的证纸，再按一次。</translation>
        </message>
        <message>
            <source>Sheet in hand</source>
            <translation>手里的证纸</translation>
        </message>
        <message>
            <source>Sheet {0} is void. Its paper waits to be written again.</source>
            <translation>证纸{0}已作废，证书待重打。</translation>
        </message>
        <message>
            <source>Sheets to check</source>
            <translation>待质检的证纸</translation>
        </message>
        <message>
            <source>scan the sheet</source>
            <translation>扫证纸</translation>
        </message>
        <message>
            <source>✓ Sheet {0} is good. It may be handed out.</source>
            <translation>✓ 证纸{0}合格，可以发证。</translation>
        </message>
    </context>
    <context>
        <name>ClashDialog</name>
        <message>
            <source>1 Mine</source>
            <translation>1 我的</translation>
        </message>
        <message>
            <source>2 Theirs</source>
            <translation>2 对方的</translation>
        </message>
        <message>
            <source>Confirm  Ctrl+Enter</source>
            <translation>确认  Ctrl+Enter</translation>
        </message>
        <message>
            <source>Field</source>
            <translation>字段</translation>
        </message>
        <message>
            <source>Fields that both changed</source>
            <translation>双方都改过的项</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>用我的</translation>
        </message>
        <message>
            <source>Taken</source>
            <translation>采用</translation>
        </message>
        <message>
            <source>Theirs</source>
            <translation>用对方的</translation>
        </message>
        <message>
            <source>Two versions of one entry</source>
            <translation>同一份录入有两个版本</translation>
        </message>
        <message>
            <source>{0} still to choose</source>
            <translation>还有 {0} 项未选</translation>
        </message>
        <message>
            <source>○ open</source>
            <translation>○ 未选</translation>
        </message>
        <message>
            <source>✓ mine</source>
            <translation>✓ 我的</translation>
        </message>
        <message>
            <source>✓ theirs</source>
            <translation>✓ 对方的</translation>
        </message>
    </context>
    <context>
        <name>CodeBox</name>
        <message>
            <source>Type the number or the pinyin initials; Alt+Down opens the list.</source>
            <translation>输入编号或拼音首字母;Alt+↓ 打开列表。</translation>
        </message>
    </context>
    <context>
        <name>Concluded</name>
        <message>
            <source>Next: {0}</source>
            <translation>下一件：{0}</translation>
        </message>
        <message>
            <source>The pool is empty.</source>
            <translation>待审池已空。</translation>
        </message>
        <message>
            <source>taken back within a minute</source>
            <translation>一分钟内收回</translation>
        </message>
        <message>
            <source>{0} is printed.</source>
            <translation>{0}已打印。</translation>
        </message>
    </context>
    <context>
        <name>ConclusionDialog</name>
        <message>
            <source>Ground of refusal</source>
            <translation>不予登记理由</translation>
        </message>
        <message>
            <source>Nothing was sent. Write the opinion, then send it.</source>
            <translation>没有发出。请先写意见，再发出。</translation>
        </message>
        <message>
            <source>Opinion</source>
            <translation>意见</translation>
        </message>
        <message>
            <source>Phrases</source>
            <translation>常用语</translation>
        </message>
        <message>
            <source>Phrases: Alt+1 to Alt+9</source>
            <translation>常用语：Alt+1 至 Alt+9</translation>
        </message>
        <message>
            <source>Send  {0}</source>
            <translation>发出  {0}</translation>
        </message>
        <message>
            <source>The letter names the remedies: administrative review within 60 days, or an action before the court within 6 months.</source>
            <translation>告知书写明救济途径：可在60日内申请行政复议，或者在6个月内向人民法院提起行政诉讼。</translation>
        </message>
        <message>
            <source>choose the ground (Regulation art. 22)</source>
            <translation>选择理由（条例第二十二条）</translation>
        </message>
    </context>
    <context>
        <name>ContractView</name>
        <message>
            <source>Contract by exchange</source>
            <translation>共享的合同</translation>
        </message>
        <message>
            <source>Explanation of the price</source>
            <translation>价差说明</translation>
        </message>
        <message>
            <source>Filed contract {0}: {1} yuan, {2}, {3}</source>
            <translation>备案合同 {0}：{1} 元，{2}，{3}</translation>
        </message>
        <message>
            <source>▲ {0}: the contract has {1}, entered is {2}</source>
            <translation>▲ {0}：合同为 {1}，录入为 {2}</translation>
        </message>
        <message>
            <source>▲ {0}: {1} is not in the contract</source>
            <translation>▲ {0}：{1} 不在合同中</translation>
        </message>
        <message>
            <source>▲ {0}: {1} {2} is not entered</source>
            <translation>▲ {0}：{1} {2} 尚未录入</translation>
        </message>
        <message>
            <source>✓ {0}: {1}</source>
            <translation>✓ {0}：{1}</translation>
        </message>
    </context>
    <context>
        <name>CustomerScreen</name>
        <message>
            <source>All is right, I sign</source>
            <translation>无误,签名</translation>
        </message>
        <message>
            <source>Applicant's screen</source>
            <translation>客显屏</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>返回</translation>
        </message>
        <message>
            <source>Case number</source>
            <translation>受理编号</translation>
        </message>
        <message>
            <source>Certificate expected at {0}</source>
            <translation>预计 {0} 出证</translation>
        </message>
        <message>
            <source>Code to pay</source>
            <translation>缴费二维码</translation>
        </message>
        <message>
            <source>Dissatisfied</source>
            <translation>不满意</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>Fairly satisfied</source>
            <translation>基本满意</translation>
        </message>
        <message>
            <source>How was our service today?</source>
            <translation>请对本次服务作出评价</translation>
        </message>
        <message>
            <source>Now serving {0}</source>
            <translation>正在办理 {0}</translation>
        </message>
        <message>
            <source>Please scan and pay the registration fee</source>
            <translation>请扫码缴纳登记费</translation>
        </message>
        <message>
            <source>Satisfied</source>
            <translation>满意</translation>
        </message>
        <message>
            <source>Skip</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Something is wrong, tell the clerk</source>
            <translation>有误,告诉窗口</translation>
        </message>
        <message>
            <source>Very dissatisfied</source>
            <translation>非常不满意</translation>
        </message>
        <message>
            <source>Very satisfied</source>
            <translation>非常满意</translation>
        </message>
        <message>
            <source>Window {0}</source>
            <translation>{0}号窗口</translation>
        </message>
        <message>
            <source>Write again</source>
            <translation>重写</translation>
        </message>
        <message>
            <source>Your application was accepted</source>
            <translation>您的申请已受理</translation>
        </message>
        <message>
            <source>{0} yuan</source>
            <translation>{0} 元</translation>
        </message>
        <message>
            <source>{0}, please check. Touch what is wrong.</source>
            <translation>{0},请核对。有误的请点一下。</translation>
        </message>
        <message>
            <source>{0}, please sign here</source>
            <translation>{0},请在此签名</translation>
        </message>
    </context>
    <context>
        <name>DeliveryView</name>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Electronic certificate</source>
            <translation>电子证照</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>收件人</translation>
        </message>
        <message>
            <source>Way of handing out</source>
            <translation>领证方式</translation>
        </message>
    </context>
    <context>
        <name>DevicesScreen</name>
        <message>
            <source>COM3 or /dev/ttyACM0; empty: the scanner types</source>
            <translation>COM3 或 /dev/ttyACM0;留空为键盘方式</translation>
        </message>
        <message>
            <source>Device</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Devices of this workplace</source>
            <translation>本工位设备</translation>
        </message>
        <message>
            <source>Folder of the camera</source>
            <translation>高拍文件夹</translation>
        </message>
        <message>
            <source>Last test</source>
            <translation>上次自检</translation>
        </message>
        <message>
            <source>No devices. Press F5.</source>
            <translation>没有设备。请按 F5。</translation>
        </message>
        <message>
            <source>Port</source>
            <translation>端口</translation>
        </message>
        <message>
            <source>Port of the scanner</source>
            <translation>扫码枪端口</translation>
        </message>
        <message>
            <source>Prefix Ctrl+B (standard)</source>
            <translation>前缀 Ctrl+B(标准)</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Scanner without a port</source>
            <translation>扫码枪(无端口时)</translation>
        </message>
        <message>
            <source>Sounds for scans</source>
            <translation>扫码声音</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Timing (compatibility mode)</source>
            <translation>按时间间隔(兼容模式)</translation>
        </message>
        <message>
            <source>Written to {0}.</source>
            <translation>已写入 {0}。</translation>
        </message>
        <message>
            <source>as the system calls it; empty: its first one</source>
            <translation>系统中的打印机名;留空用默认打印机</translation>
        </message>
        <message>
            <source>where the camera's program saves its pictures</source>
            <translation>高拍仪软件保存图片的文件夹</translation>
        </message>
    </context>
    <context>
        <name>Doubts</name>
        <message>
            <source>▲ {0}: this is wrong</source>
            <translation>▲ {0}：此处有误</translation>
        </message>
    </context>
    <context>
        <name>Exchanged</name>
        <message>
            <source>Tax by exchange</source>
            <translation>共享的完税情况</translation>
        </message>
        <message>
            <source>by hand</source>
            <translation>手录</translation>
        </message>
        <message>
            <source>○ Deed tax {0} yuan not paid yet, due before the entry; assessed {2} yuan</source>
            <translation>○ 契税 {0} 元未缴，登簿前缴清；核定价 {2} 元</translation>
        </message>
        <message>
            <source>✓ Deed tax {0} yuan paid, voucher {1}; assessed value {2} yuan</source>
            <translation>✓ 契税 {0} 元已缴，完税凭证 {1}；核定价 {2} 元</translation>
        </message>
    </context>
    <context>
        <name>ExpressScreen</name>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Nothing to send. What is asked for by express appears here when printed.</source>
            <translation>没有要寄的。申请邮寄的证书缮好后出现在这里。</translation>
        </message>
        <message>
            <source>Papers that go by courier</source>
            <translation>寄递</translation>
        </message>
        <message>
            <source>Parcels</source>
            <translation>邮件</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>收件人</translation>
        </message>
        <message>
            <source>Recorded as returned. Ask the receiver, then send it again (L).</source>
            <translation>已记退件。请联系收件人，改好地址再打面单(L)重寄。</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Waybill</source>
            <translation>寄递单号</translation>
        </message>
        <message>
            <source>Why it came back</source>
            <translation>退回原因</translation>
        </message>
        <message>
            <source>{0} came back</source>
            <translation>退件 {0}</translation>
        </message>
        <message>
            <source>✓ Handed to the courier, {0}: the clock has stopped.</source>
            <translation>✓ 已交寄，单号{0}：钟停于揽收。</translation>
        </message>
        <message>
            <source>✓ Printed: {0}</source>
            <translation>✓ 已打印：{0}</translation>
        </message>
        <message>
            <source>✓ Recorded as delivered.</source>
            <translation>✓ 已记妥投。</translation>
        </message>
        <message>
            <source>✓ Recorded as fetched at the counter.</source>
            <translation>✓ 已记在窗口领走。</translation>
        </message>
        <message>
            <source>✓ The label is kept with the case.</source>
            <translation>✓ 面单已随案保存。</translation>
        </message>
    </context>
    <context>
        <name>FeeCode</name>
        <message>
            <source>Not paid yet, asked for {0}:{1}. Don't take the fee another way.</source>
            <translation>还没有付款，已查询 {0}:{1}，请不要另收。</translation>
        </message>
        <message>
            <source>The code is on the applicant's screen; waiting for it.</source>
            <translation>客显屏已出码，等待付款。</translation>
        </message>
    </context>
    <context>
        <name>HandOverScreen</name>
        <message>
            <source>Certificate number</source>
            <translation>证号</translation>
        </message>
        <message>
            <source>Identity</source>
            <translation>证件</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>No case chosen. F12 on your window opens one.</source>
            <translation>没有选案件。在“我的窗口”按 F12 打开。</translation>
        </message>
        <message>
            <source>Not signed yet; F8 asks for it.</source>
            <translation>尚未签名,按 F8 请其签名。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>证件号</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>证书、证明</translation>
        </message>
        <message>
            <source>Receiver</source>
            <translation>领取人</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>印制号</translation>
        </message>
        <message>
            <source>This case hands over its receipt; it has no certificate or proof.</source>
            <translation>本件没有证书或证明,交付回执。</translation>
        </message>
        <message>
            <source>Way</source>
            <translation>领取方式</translation>
        </message>
        <message>
            <source>Waybill</source>
            <translation>运单号</translation>
        </message>
        <message>
            <source>somebody else</source>
            <translation>其他人</translation>
        </message>
        <message>
            <source>{0} says that something is wrong. Ask, then F8 again.</source>
            <translation>{0} 认为有误。请询问后再按 F8。</translation>
        </message>
        <message>
            <source>✓ {0} belongs to this case.</source>
            <translation>✓ {0} 是本件。</translation>
        </message>
        <message>
            <source>✓ {0} has signed</source>
            <translation>✓ {0} 已签名</translation>
        </message>
    </context>
    <context>
        <name>KeptAcceptanceScreen</name>
        <message>
            <source>Draft {0}</source>
            <translation>草稿 {0}</translation>
        </message>
        <message>
            <source>Nobody has answered yet. Go to the questions with Alt+5 and ask them.</source>
            <translation>还没有人回答。按 Alt+5 到询问逐题询问。</translation>
        </message>
        <message>
            <source>Restored; nothing has to be entered twice.</source>
            <translation>已恢复,不必重录。</translation>
        </message>
        <message>
            <source>The cases before it are not on this PC; this one goes on alone.</source>
            <translation>在前的各件不在本机；本件单独继续。</translation>
        </message>
        <message>
            <source>This PC cannot keep the draft: {0}. Save with Ctrl+S or accept now.</source>
            <translation>本机无法保存草稿:{0}。请按 Ctrl+S 存到数据库,或立即受理。</translation>
        </message>
        <message>
            <source>{0} was handed to the printer.</source>
            <translation>{0} 已送打印机。</translation>
        </message>
    </context>
    <context>
        <name>KeySheet</name>
        <message>
            <source>Act</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Key</source>
            <translation>键</translation>
        </message>
        <message>
            <source>Keys</source>
            <translation>快捷键</translation>
        </message>
        <message>
            <source>No such key; clear the search with Backspace.</source>
            <translation>没有这个键;按退格清除查找。</translation>
        </message>
        <message>
            <source>Search keys</source>
            <translation>查找快捷键</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>哪里</translation>
        </message>
        <message>
            <source>everywhere</source>
            <translation>处处</translation>
        </message>
    </context>
    <context>
        <name>KindsScreen</name>
        <message>
            <source>Accepted and entered together: {0}</source>
            <translation>一并受理、一并登簿:{0}</translation>
        </message>
        <message>
            <source>Choose the kind of business</source>
            <translation>选择业务</translation>
        </message>
        <message>
            <source>Initials</source>
            <translation>首字母</translation>
        </message>
        <message>
            <source>Kind of business</source>
            <translation>选业务</translation>
        </message>
        <message>
            <source>Kinds</source>
            <translation>业务</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>时限</translation>
        </message>
        <message>
            <source>No kind matches. Clear the line with Backspace.</source>
            <translation>没有匹配的业务。按退格清除。</translation>
        </message>
        <message>
            <source>No.</source>
            <translation>序号</translation>
        </message>
        <message>
            <source>Number, pinyin initials or part of the name</source>
            <translation>序号、拼音首字母或名称的一部分</translation>
        </message>
        <message>
            <source>Papers: {0}  ({1})</source>
            <translation>材料:{0}  ({1})</translation>
        </message>
        <message>
            <source>at once</source>
            <translation>即时</translation>
        </message>
        <message>
            <source>{0} minutes</source>
            <translation>{0} 分钟</translation>
        </message>
        <message>
            <source>{0} working days</source>
            <translation>{0} 个工作日</translation>
        </message>
    </context>
    <context>
        <name>Listing</name>
        <message>
            <source>Filter: {0}</source>
            <translation>筛选:{0}</translation>
        </message>
        <message>
            <source>No row holds these words. Esc shows all.</source>
            <translation>没有符合的行。按 Esc 显示全部。</translation>
        </message>
        <message>
            <source>Not known: the database is away.</source>
            <translation>离线,暂不可知。</translation>
        </message>
        <message>
            <source>Words in the list; Esc shows all</source>
            <translation>列表中的字词;Esc 显示全部</translation>
        </message>
    </context>
    <context>
        <name>MainWindow</name>
        <message>
            <source>60 minutes</source>
            <translation>60分钟钟</translation>
        </message>
        <message>
            <source>Limit</source>
            <translation>时限</translation>
        </message>
    </context>
    <context>
        <name>MaterialsView</name>
        <message>
            <source>Materials</source>
            <translation>申请材料</translation>
        </message>
        <message>
            <source>Space: it is there   F7 photograph   * always needed</source>
            <translation>空格：已收   F7 高拍   * 必收</translation>
        </message>
        <message>
            <source>assured in writing</source>
            <translation>告知承诺</translation>
        </message>
        <message>
            <source>later</source>
            <translation>容缺</translation>
        </message>
    </context>
    <context>
        <name>MessagesScreen</name>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>Message</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>No messages. What the desk says to you is kept here until you sign out.</source>
            <translation>没有消息。系统对您说过的话都留在这里,直到下岗。</translation>
        </message>
        <message>
            <source>Nothing is under way.</source>
            <translation>没有进行中的任务。</translation>
        </message>
        <message>
            <source>Screen</source>
            <translation>界面</translation>
        </message>
        <message>
            <source>The desk is working …</source>
            <translation>正在处理…</translation>
        </message>
        <message>
            <source>Time</source>
            <translation>时间</translation>
        </message>
    </context>
    <context>
        <name>MyDayScreen</name>
        <message>
            <source>Accepted</source>
            <translation>受理</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>审核通过</translation>
        </message>
        <message>
            <source>At the window</source>
            <translation>窗口时长</translation>
        </message>
        <message>
            <source>At the window (p90 {0})</source>
            <translation>窗口时长 p50(p90 {0})</translation>
        </message>
        <message>
            <source>At the window p50 / p90</source>
            <translation>窗口时长 p50 / p90</translation>
        </message>
        <message>
            <source>Day</source>
            <translation>日期</translation>
        </message>
        <message>
            <source>Gross</source>
            <translation>毛时长</translation>
        </message>
        <message>
            <source>Gross (p90 {0})</source>
            <translation>毛时长 p50(p90 {0})</translation>
        </message>
        <message>
            <source>Gross p50 / p90</source>
            <translation>毛时长 p50 / p90</translation>
        </message>
        <message>
            <source>Handed out</source>
            <translation>发证</translation>
        </message>
        <message>
            <source>My day</source>
            <translation>我的一天</translation>
        </message>
        <message>
            <source>Nothing counted yet. Press F5.</source>
            <translation>还没有统计。请按 F5。</translation>
        </message>
        <message>
            <source>Practice, keys per case: {0}</source>
            <translation>练习,每件键数:{0}</translation>
        </message>
        <message>
            <source>Rating by applicants: {0} of 5</source>
            <translation>群众评价:{0} / 5</translation>
        </message>
        <message>
            <source>Ratings are shown from {0} on, so that nobody is known by his own.</source>
            <translation>评价满 {0} 条才显示,以免认出是谁评的。</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>不予登记/受理</translation>
        </message>
        <message>
            <source>Returned to me</source>
            <translation>退回我的</translation>
        </message>
        <message>
            <source>Together</source>
            <translation>合计</translation>
        </message>
        <message>
            <source>Working days</source>
            <translation>工作日</translation>
        </message>
        <message>
            <source>Written to {0}.</source>
            <translation>已写入 {0}。</translation>
        </message>
    </context>
    <context>
        <name>MyWindowScreen</name>
        <message>
            <source>Business</source>
            <translation>业务</translation>
        </message>
        <message>
            <source>Called {0}. Accept with Ctrl+Enter.</source>
            <translation>已叫 {0}。按 Ctrl+Enter 受理。</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>案号</translation>
        </message>
        <message>
            <source>In hand</source>
            <translation>我受理在办</translation>
        </message>
        <message>
            <source>Lane</source>
            <translation>通道</translation>
        </message>
        <message>
            <source>Nobody is waiting. Draw a ticket with Ctrl+T.</source>
            <translation>当前无人等候。按 Ctrl+T 取号。</translation>
        </message>
        <message>
            <source>Nothing in hand. Call the next with F9.</source>
            <translation>没有在办的案件。按 F9 叫下一位。</translation>
        </message>
        <message>
            <source>Nothing to hand out yet; certificates appear here when they are printed.</source>
            <translation>没有待发证的案件;缮证后会出现在这里。</translation>
        </message>
        <message>
            <source>Now at the window: {0}  {1}</source>
            <translation>正在办理:{0}  {1}</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Parties</source>
            <translation>当事人</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>环节</translation>
        </message>
        <message>
            <source>The queue is away with the database. Begin with F2; call people by hand.</source>
            <translation>离线,取号排队暂不可用。请按 F2 直接受理,人工叫号。</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>票号</translation>
        </message>
        <message>
            <source>Ticket {0} drawn.</source>
            <translation>已取号 {0}。</translation>
        </message>
        <message>
            <source>To hand out</source>
            <translation>待发证</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等候</translation>
        </message>
        <message>
            <source>Waits</source>
            <translation>已等</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>齐全</translation>
        </message>
        <message>
            <source>not looked at</source>
            <translation>未预审</translation>
        </message>
        <message>
            <source>set aside</source>
            <translation>已过号</translation>
        </message>
        <message>
            <source>{0} does not wait here. Press F3 to search all cases for it.</source>
            <translation>{0} 不在等候中。按 F3 查全部案件。</translation>
        </message>
        <message>
            <source>{0} is set aside. If the person comes, choose it and press Shift+F9.</source>
            <translation>{0} 已过号。人来了请选中它按 Shift+F9。</translation>
        </message>
        <message>
            <source>{0} missing</source>
            <translation>缺 {0} 份</translation>
        </message>
        <message>
            <source>{0} waiting</source>
            <translation>等候 {0} 人</translation>
        </message>
    </context>
    <context>
        <name>NoteDialog</name>
        <message>
            <source>1 to 9, or a text; Enter writes it</source>
            <translation>1 至 9，或者写文字；按 Enter 记下</translation>
        </message>
        <message>
            <source>Note</source>
            <translation>备注</translation>
        </message>
    </context>
    <context>
        <name>NoticeDialog</name>
        <message>
            <source>Basis: {0}</source>
            <translation>依据：{0}</translation>
        </message>
        <message>
            <source>How: {0}</source>
            <translation>怎么补：{0}</translation>
        </message>
        <message>
            <source>Nothing more is needed before the acceptance.</source>
            <translation>受理前不再缺材料。</translation>
        </message>
        <message>
            <source>One-time notice</source>
            <translation>一次性告知</translation>
        </message>
        <message>
            <source>One-time notice made. Missing: {0}</source>
            <translation>已出一次性告知书。缺少:{0}</translation>
        </message>
        <message>
            <source>Print the notice  Ctrl+Enter</source>
            <translation>打印告知书  Ctrl+Enter</translation>
        </message>
        <message>
            <source>Until</source>
            <translation>期限</translation>
        </message>
        <message>
            <source>Way of {0}</source>
            <translation>{0}的办理方式</translation>
        </message>
        <message>
            <source>go on, assured in writing</source>
            <translation>告知承诺，先办理</translation>
        </message>
        <message>
            <source>go on, hand it in later</source>
            <translation>容缺，先办理后补</translation>
        </message>
        <message>
            <source>hand it in first</source>
            <translation>补正后再办</translation>
        </message>
        <message>
            <source>{0} papers are missing. All are told at once, in writing.</source>
            <translation>缺 {0} 份材料，一次性书面告知。</translation>
        </message>
    </context>
    <context>
        <name>Nudge</name>
        <message>
            <source>moved {0} mm across, {1} mm down</source>
            <translation>横移 {0} 毫米、下移 {1} 毫米</translation>
        </message>
    </context>
    <context>
        <name>OfflineStrip</name>
        <message>
            <source>Off line {0} · {1} to send · {2} reserved numbers left · what you enter is safe on this PC · {3}</source>
            <translation>离线 {0} · 待传 {1} 件 · 预留号余 {2} · 所录内容已存本机 · {3}</translation>
        </message>
        <message>
            <source>On line · {0} still to send · {1}</source>
            <translation>在线 · 待传 {0} · {1}</translation>
        </message>
    </context>
    <context>
        <name>OwnHand</name>
        <message>
            <source>PIN or passphrase</source>
            <translation>PIN 或口令</translation>
        </message>
    </context>
    <context>
        <name>Palette</name>
        <message>
            <source>Case, name, kind of business, screen or act</source>
            <translation>案件、姓名、业务、界面或操作</translation>
        </message>
        <message>
            <source>Found</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>Search or command</source>
            <translation>搜索或命令</translation>
        </message>
    </context>
    <context>
        <name>PaperPane</name>
        <message>
            <source>Page of the paper</source>
            <translation>材料页面</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>This page has not come up from its window yet; F5 looks again.</source>
            <translation>这一页还没有从窗口传上来；按 F5 再看。</translation>
        </message>
        <message>
            <source>This paper has no pictures: look at it in the folder, or return the case with Ctrl+Shift+R.</source>
            <translation>这份材料没有影像：请看纸质卷宗，或者按 Ctrl+Shift+R 退回。</translation>
        </message>
        <message>
            <source>{0}  page {1} of {2}</source>
            <translation>{0}  第{1}页 / 共{2}页</translation>
        </message>
    </context>
    <context>
        <name>PartiesView</name>
        <message>
            <source>▲ The same person as {0}? Ctrl+Shift+D merges the two.</source>
            <translation>▲ 与第 {0} 人疑似同一人？按 Ctrl+Shift+D 合并。</translation>
        </message>
        <message>
            <source>▲ the register has {0} {1}, here {2} {3}</source>
            <translation>▲ 登记簿为 {0} {1}，此处为 {2} {3}</translation>
        </message>
        <message>
            <source>✓ equals the register</source>
            <translation>✓ 与登记簿一致</translation>
        </message>
    </context>
    <context>
        <name>PartyRow</name>
        <message>
            <source>Address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>Identity</source>
            <translation>证件</translation>
        </message>
        <message>
            <source>Is a ward</source>
            <translation>被监护</translation>
        </message>
        <message>
            <source>Married</source>
            <translation>已婚</translation>
        </message>
        <message>
            <source>Name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>证件号</translation>
        </message>
        <message>
            <source>Part</source>
            <translation>角色</translation>
        </message>
        <message>
            <source>Phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Represented by</source>
            <translation>代理人</translation>
        </message>
        <message>
            <source>Share</source>
            <translation>份额</translation>
        </message>
    </context>
    <context>
        <name>PassphraseDialog</name>
        <message>
            <source>Open and send  Ctrl+Enter</source>
            <translation>打开并补传  Ctrl+Enter</translation>
        </message>
        <message>
            <source>Passphrase of {0}</source>
            <translation>{0}的口令</translation>
        </message>
        <message>
            <source>The database is back</source>
            <translation>数据库已恢复</translation>
        </message>
        <message>
            <source>The passphrase is not right. Nothing was sent; type it again.</source>
            <translation>口令不对,什么都没有传。请重新输入。</translation>
        </message>
    </context>
    <context>
        <name>PoolScreen</name>
        <message>
            <source>; {1} before it are yours or were passed over by you</source>
            <translation>；前面{1}件是您受理的或者您跳过的</translation>
        </message>
        <message>
            <source>Business</source>
            <translation>业务</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>案号</translation>
        </message>
        <message>
            <source>Hand over</source>
            <translation>交办</translation>
        </message>
        <message>
            <source>Held</source>
            <translation>已持</translation>
        </message>
        <message>
            <source>Held by others</source>
            <translation>别人在审</translation>
        </message>
        <message>
            <source>Holder</source>
            <translation>在审人</translation>
        </message>
        <message>
            <source>Mine</source>
            <translation>我领取的</translation>
        </message>
        <message>
            <source>Next: {0}, because it has the least time left to its limit</source>
            <translation>下一件：{0}，离时限最近</translation>
        </message>
        <message>
            <source>Nobody else holds a case.</source>
            <translation>没有别人在审的案件。</translation>
        </message>
        <message>
            <source>Nothing claimed. Press G for the next case.</source>
            <translation>没有领取的案件。按 G 领取下一件。</translation>
        </message>
        <message>
            <source>Parties</source>
            <translation>当事人</translation>
        </message>
        <message>
            <source>Pass it over</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Pool</source>
            <translation>待审池</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Runs out</source>
            <translation>到时退回</translation>
        </message>
        <message>
            <source>Say why below, then press again. Nothing was changed.</source>
            <translation>请在下面写明原因，再按一次。什么都没有改动。</translation>
        </message>
        <message>
            <source>The pool is empty. F5 looks again.</source>
            <translation>待审池是空的。按 F5 再看。</translation>
        </message>
        <message>
            <source>Who goes on with all your claims and drafts?</source>
            <translation>您在审的案件和草稿交给谁？</translation>
        </message>
        <message>
            <source>Why</source>
            <translation>说明</translation>
        </message>
        <message>
            <source>Why do you pass {0} over today? Three a day are told the supervisor.</source>
            <translation>今天为什么跳过{0}？一天三件会告诉主管。</translation>
        </message>
        <message>
            <source>accepted by you</source>
            <translation>本人受理</translation>
        </message>
        <message>
            <source>next: least time left</source>
            <translation>下一件:剩余时间最少</translation>
        </message>
        <message>
            <source>passed over by you</source>
            <translation>您已跳过</translation>
        </message>
        <message>
            <source>why a claim is broken or handed over</source>
            <translation>解除或交办的原因</translation>
        </message>
        <message>
            <source>{0} in the pool</source>
            <translation>待审 {0} 件</translation>
        </message>
        <message>
            <source>{0} min</source>
            <translation>{0}分</translation>
        </message>
        <message>
            <source>{0} passed over {1} cases today</source>
            <translation>{0}今天跳过{1}件</translation>
        </message>
        <message>
            <source>{0}, window {1}</source>
            <translation>{0}，{1}号窗口</translation>
        </message>
        <message>
            <source>✓ {0} cases and {1} drafts changed hands, {2} went to the pool.</source>
            <translation>✓ 已交接{0}件案件、{1}份草稿，{2}件回到待审池。</translation>
        </message>
    </context>
    <context>
        <name>PracticeBar</name>
        <message>
            <source>Cut the line</source>
            <translation>断开网络</translation>
        </message>
        <message>
            <source>Done. Goal {0} keys, you {1}; {2} clicks; {3}.</source>
            <translation>完成。目标 {0} 键,你 {1} 键;点击 {2} 次;用时 {3}。</translation>
        </message>
        <message>
            <source>Keys {0} of {1} · clicks {2} · {3} of {4}:00</source>
            <translation>键 {0}/{1} · 点击 {2} · {3}/{4}:00</translation>
        </message>
        <message>
            <source>Lay the card of {0}</source>
            <translation>放{0}的身份证</translation>
        </message>
        <message>
            <source>Mend the line</source>
            <translation>接通网络</translation>
        </message>
        <message>
            <source>Most keys: {0}</source>
            <translation>键数最多:{0}</translation>
        </message>
        <message>
            <source>Printer off</source>
            <translation>关打印机</translation>
        </message>
        <message>
            <source>Printer on</source>
            <translation>开打印机</translation>
        </message>
        <message>
            <source>Scan the old certificate</source>
            <translation>扫旧证</translation>
        </message>
        <message>
            <source>Your best before: {0} keys.</source>
            <translation>以前最好 {0} 键。</translation>
        </message>
        <message>
            <source>Your first time.</source>
            <translation>第一次练这一件。</translation>
        </message>
        <message>
            <source>{0}/{1} · {3}</source>
            <translation>{0}/{1} · {3}</translation>
        </message>
    </context>
    <context>
        <name>PrintingScreen</name>
        <message>
            <source> It was {0}: Ctrl+Shift+K keeps that in the profile.</source>
            <translation> 这张{0}:按 Ctrl+Shift+K 存入校准档案。</translation>
        </message>
        <message>
            <source>Cases to print</source>
            <translation>待缮证</translation>
        </message>
        <message>
            <source>Certificates and proofs</source>
            <translation>证书和证明</translation>
        </message>
        <message>
            <source>Choose a case: its paper is shown here before it is written.</source>
            <translation>选一件案件:缮证前在这里预览。</translation>
        </message>
        <message>
            <source>No sheet is in the printer.</source>
            <translation>打印机里没有证纸。</translation>
        </message>
        <message>
            <source>Nothing waits for paper. F5 looks again.</source>
            <translation>没有待缮证的案件。按 F5 再看。</translation>
        </message>
        <message>
            <source>Nothing was kept: move the print with Alt+arrows and write a sheet first.</source>
            <translation>没有存入:先用 Alt+方向键微调并打印一张。</translation>
        </message>
        <message>
            <source>Preview</source>
            <translation>预览</translation>
        </message>
        <message>
            <source>Scan the sheet in your hand first, then press again.</source>
            <translation>请先扫手里的证纸，再按一次。</translation>
        </message>
        <message>
            <source>Sheet in hand</source>
            <translation>手里的证纸</translation>
        </message>
        <message>
            <source>Sheet {0} is back on the pile. Print again.</source>
            <translation>证纸{0}已放回，可以再打。</translation>
        </message>
        <message>
            <source>Sheet {0} is void. Print again.</source>
            <translation>印制号 {0} 已作废。请重新缮证。</translation>
        </message>
        <message>
            <source>Sheet {0} was not the reserved one. If it came out written, Ctrl+Shift+W notes the swap; else scan the reserved sheet.</source>
            <translation>证纸{0}不是应打的那张。如果打在了这张上，按 Ctrl+Shift+W 换登；否则扫应打的那张。</translation>
        </message>
        <message>
            <source>Sheets in the printer</source>
            <translation>打印机里的证纸</translation>
        </message>
        <message>
            <source>The next sheet is {0}.</source>
            <translation>下一张{0}。</translation>
        </message>
        <message>
            <source>Verify the printer first, with Ctrl+Shift+J. {0}</source>
            <translation>请先按 Ctrl+Shift+J 校验打印机。{0}</translation>
        </message>
        <message>
            <source>another sheet lay in the tray</source>
            <translation>纸盒里是另一张证纸</translation>
        </message>
        <message>
            <source>nothing came out</source>
            <translation>没有出纸</translation>
        </message>
        <message>
            <source>scan the sheet that came out</source>
            <translation>扫打印出来的证纸</translation>
        </message>
        <message>
            <source>{0} Nothing is printed again by itself: look at the sheet, then say below what became of it.</source>
            <translation>{0} 不会自动重打：请看那张证纸，再在下面说明去向。</translation>
        </message>
        <message>
            <source>{0} of {1}: {2} {3} goes onto sheet {4}. Scan the sheet.</source>
            <translation>第{0}张，共{1}张：{2} {3} 打在证纸 {4} 上。打完请扫证纸。</translation>
        </message>
        <message>
            <source>{0} sheet(s) in the printer are not accounted for. Scan each as it lies in your hand: written Ctrl+Enter, blank Ctrl+Shift+B, spoilt Ctrl+Shift+V.</source>
            <translation>打印机里有{0}张证纸没有交代。拿起每张扫一下：打好了 Ctrl+Enter，没打上 Ctrl+Shift+B，打坏了 Ctrl+Shift+V。</translation>
        </message>
        <message>
            <source>{0}: next sheet {1}</source>
            <translation>{0}:下一张 {1}</translation>
        </message>
        <message>
            <source>{0}: no sheet at this window</source>
            <translation>{0}:本窗口没有空白纸</translation>
        </message>
        <message>
            <source>✓ Kept in the profile: {0}.</source>
            <translation>✓ 已存入校准档案:{0}。</translation>
        </message>
        <message>
            <source>✓ Sheet {0} is written. It waits for its check.</source>
            <translation>✓ 证纸{0}已打好，待质检。</translation>
        </message>
    </context>
    <context>
        <name>QuestionsView</name>
        <message>
            <source>All</source>
            <translation>全部</translation>
        </message>
        <message>
            <source>Interview</source>
            <translation>询问笔录</translation>
        </message>
        <message>
            <source>No</source>
            <translation>否</translation>
        </message>
        <message>
            <source>Note on the answer</source>
            <translation>备注</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>问题</translation>
        </message>
        <message>
            <source>Y or 1 yes   N or 2 no   Backspace takes back   arrows: one person</source>
            <translation>Y 或 1 是   N 或 2 否   退格 取消   方向键 选单人</translation>
        </message>
        <message>
            <source>Yes</source>
            <translation>是</translation>
        </message>
    </context>
    <context>
        <name>QueueWatch</name>
        <message>
            <source>In the printer's queue: {0}.</source>
            <translation>打印机里排队:{0} 份。</translation>
        </message>
    </context>
    <context>
        <name>Rail</name>
        <message>
            <source>Go to {0}</source>
            <translation>转到{0}</translation>
        </message>
    </context>
    <context>
        <name>ReadingsForm</name>
        <message>
            <source>bottom left, across</source>
            <translation>左下,横向</translation>
        </message>
        <message>
            <source>bottom left, down</source>
            <translation>左下,纵向</translation>
        </message>
        <message>
            <source>may stay empty</source>
            <translation>可不填</translation>
        </message>
        <message>
            <source>top left, across</source>
            <translation>左上,横向</translation>
        </message>
        <message>
            <source>top left, down</source>
            <translation>左上,纵向</translation>
        </message>
        <message>
            <source>top right, across</source>
            <translation>右上,横向</translation>
        </message>
        <message>
            <source>top right, down</source>
            <translation>右上,纵向</translation>
        </message>
    </context>
    <context>
        <name>ReceiptActs</name>
        <message>
            <source>No reserved number is left, so nothing was printed.</source>
            <translation>预留号用完了,没有打印。</translation>
        </message>
        <message>
            <source>Printed: {0} {1}</source>
            <translation>已打印:{0} {1}</translation>
        </message>
        <message>
            <source>Void a number</source>
            <translation>作废编号</translation>
        </message>
        <message>
            <source>Why is the number {0} void? It goes to nobody any more.</source>
            <translation>编号 {0} 为什么作废?作废后不再使用。</translation>
        </message>
        <message>
            <source>{0} is not on paper yet. {1}</source>
            <translation>{0} 还没有打印出来。{1}</translation>
        </message>
        <message>
            <source>{0} is void: {1}</source>
            <translation>{0} 已作废:{1}</translation>
        </message>
    </context>
    <context>
        <name>RecoveryScreen</name>
        <message>
            <source>Business</source>
            <translation>业务</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>票号</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Last entered</source>
            <translation>最后一项</translation>
        </message>
        <message>
            <source>Left on this PC: {0}. Nothing is lost; Enter goes on with one.</source>
            <translation>本机留有 {0} 份,已录内容都在;按 Enter 继续。</translation>
        </message>
        <message>
            <source>No drafts. What you begin to enter is kept here until the case is accepted.</source>
            <translation>没有草稿。开始录入的内容会一直留在这里,直到受理。</translation>
        </message>
        <message>
            <source>Pages</source>
            <translation>页数</translation>
        </message>
        <message>
            <source>Saved</source>
            <translation>保存时间</translation>
        </message>
        <message>
            <source>The database is away: drafts that lie there are shown when it is back.</source>
            <translation>数据库暂不可用：存在数据库里的草稿，恢复后再显示。</translation>
        </message>
        <message>
            <source>Where</source>
            <translation>位置</translation>
        </message>
        <message>
            <source>database</source>
            <translation>数据库</translation>
        </message>
        <message>
            <source>this PC</source>
            <translation>本机</translation>
        </message>
    </context>
    <context>
        <name>RegisterSearchScreen</name>
        <message>
            <source>A moment is written 2018-03-26 10:00. Correct it or leave it empty.</source>
            <translation>时刻写作 2018-03-26 10:00。请改正或留空。</translation>
        </message>
        <message>
            <source>Address</source>
            <translation>坐落</translation>
        </message>
        <message>
            <source>All that a person holds</source>
            <translation>某人名下的不动产</translation>
        </message>
        <message>
            <source>As at</source>
            <translation>截至</translation>
        </message>
        <message>
            <source>Entered</source>
            <translation>登记时间</translation>
        </message>
        <message>
            <source>Find a unit</source>
            <translation>查找不动产</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>类别</translation>
        </message>
        <message>
            <source>No rights are entered at this moment.</source>
            <translation>此刻登记簿上没有权利。</translation>
        </message>
        <message>
            <source>Nothing was searched. Still to be keyed: {0}.</source>
            <translation>没有查询。还要填写:{0}。</translation>
        </message>
        <message>
            <source>Number of the person searched for</source>
            <translation>被查人证件号</translation>
        </message>
        <message>
            <source>Paper of the person searched for</source>
            <translation>被查人证件</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>Right</source>
            <translation>权利</translation>
        </message>
        <message>
            <source>Rights</source>
            <translation>权利</translation>
        </message>
        <message>
            <source>Search the register</source>
            <translation>不动产查询</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>That moment is still to come. Leave it empty for now.</source>
            <translation>该时刻还没有到。要查现在,请留空。</translation>
        </message>
        <message>
            <source>The register knows no such unit. Check the code, or type less of the address.</source>
            <translation>登记簿上没有这样的不动产。请核对编码,或者少输入一些坐落文字。</translation>
        </message>
        <message>
            <source>Type a unit code, an address or a certificate number and press Enter.</source>
            <translation>请输入单元号、坐落或者证号,按 Enter 查找。</translation>
        </message>
        <message>
            <source>Under way: {0}</source>
            <translation>正在办理:{0}</translation>
        </message>
        <message>
            <source>Unit code, a part of the address, or certificate number; then Enter</source>
            <translation>单元号、坐落的一部分或者证号,然后按 Enter</translation>
        </message>
        <message>
            <source>Units found</source>
            <translation>查到的不动产</translation>
        </message>
        <message>
            <source>Who asks, and what for</source>
            <translation>查询人与目的</translation>
        </message>
        <message>
            <source>Whose</source>
            <translation>权利人</translation>
        </message>
        <message>
            <source>With what is closed</source>
            <translation>含历史</translation>
        </message>
        <message>
            <source>closed {0}</source>
            <translation>{0} 终止</translation>
        </message>
        <message>
            <source>empty: the asker himself</source>
            <translation>空白:查询人本人</translation>
        </message>
        <message>
            <source>in force</source>
            <translation>现势</translation>
        </message>
        <message>
            <source>lapsed</source>
            <translation>已失效</translation>
        </message>
        <message>
            <source>{0} is kept: {1} unit(s) found.</source>
            <translation>{0} 已留存:查到 {1} 处。</translation>
        </message>
    </context>
    <context>
        <name>RegisterView</name>
        <message>
            <source>After</source>
            <translation>登记后</translation>
        </message>
        <message>
            <source>Before</source>
            <translation>登记前</translation>
        </message>
        <message>
            <source>closes: {0}</source>
            <translation>转为历史:{0}</translation>
        </message>
        <message>
            <source>enters: {0}</source>
            <translation>新登记:{0}</translation>
        </message>
        <message>
            <source>paper: {0}</source>
            <translation>出:{0}</translation>
        </message>
        <message>
            <source>stays: {0}</source>
            <translation>保留:{0}</translation>
        </message>
        <message>
            <source>unit ends: {0}</source>
            <translation>单元注销:{0}</translation>
        </message>
        <message>
            <source>unit: {0}</source>
            <translation>单元:{0}</translation>
        </message>
    </context>
    <context>
        <name>RegistrationScreen</name>
        <message>
            <source>Approved cases</source>
            <translation>审核通过</translation>
        </message>
        <message>
            <source>Entered. {0}</source>
            <translation>已登簿。{0}</translation>
        </message>
        <message>
            <source>Entry in the register</source>
            <translation>登簿</translation>
        </message>
        <message>
            <source>Nothing is approved. F5 looks again.</source>
            <translation>没有审核通过的案件。按 F5 再看。</translation>
        </message>
    </context>
    <context>
        <name>ReviewScreen</name>
        <message>
            <source>No case claimed. Press G for the next one.</source>
            <translation>没有领取案件。按 G 领取下一件。</translation>
        </message>
        <message>
            <source>Opinion</source>
            <translation>审核意见</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Papers and register</source>
            <translation>材料和登记簿</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>登记簿</translation>
        </message>
        <message>
            <source>given back by the approver</source>
            <translation>审核人退回待审池</translation>
        </message>
        <message>
            <source>type price and number anew</source>
            <translation>请重新输入价格和证件号</translation>
        </message>
        <message>
            <source>{0} rows differ</source>
            <translation>{0} 项不符</translation>
        </message>
        <message>
            <source>{0} rows still open</source>
            <translation>还有 {0} 项未核</translation>
        </message>
    </context>
    <context>
        <name>RowsPane</name>
        <message>
            <source>As entered</source>
            <translation>录入值</translation>
        </message>
        <message>
            <source>Look</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>No rows: the case is not accepted yet.</source>
            <translation>没有核对项：案件还没有受理。</translation>
        </message>
        <message>
            <source>Row</source>
            <translation>核对项</translation>
        </message>
        <message>
            <source>Rows to compare</source>
            <translation>核对项</translation>
        </message>
        <message>
            <source>{0} rows: {1} agree by machine, {2} to look at, {3} differ</source>
            <translation>共 {0} 项：机器一致 {1}，待人核 {2}，不符 {3}</translation>
        </message>
    </context>
    <context>
        <name>RulerPicture</name>
        <message>
            <source>Which scale is read</source>
            <translation>读哪一把标尺</translation>
        </message>
    </context>
    <context>
        <name>ScanChooser</name>
        <message>
            <source>What was scanned?</source>
            <translation>扫的是什么?</translation>
        </message>
        <message>
            <source>{0} may be several things. Press a digit.</source>
            <translation>{0} 可能是几种内容,请按数字选择。</translation>
        </message>
    </context>
    <context>
        <name>ScanList</name>
        <message>
            <source>Code</source>
            <translation>码</translation>
        </message>
        <message>
            <source>Nothing was scanned yet. Scan a ticket, a case label or a certificate.</source>
            <translation>还没有扫码。请扫号票、案件标签或证书。</translation>
        </message>
        <message>
            <source>Scans</source>
            <translation>扫码记录</translation>
        </message>
        <message>
            <source>State</source>
            <translation>结果</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
    </context>
    <context>
        <name>ScanTray</name>
        <message>
            <source>Nothing was scanned yet.</source>
            <translation>还没有扫码。</translation>
        </message>
        <message>
            <source>Scans</source>
            <translation>扫码记录</translation>
        </message>
        <message>
            <source>compatibility mode</source>
            <translation>兼容模式</translation>
        </message>
        <message>
            <source>{0} waiting</source>
            <translation>{0} 个等待</translation>
        </message>
    </context>
    <context>
        <name>SearchScreen</name>
        <message>
            <source>Case number, ticket, name, ID number, unit code or certificate number</source>
            <translation>案号、票号、姓名、证件号、单元号或证号</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>No case found. Clear the line to see the latest.</source>
            <translation>没有找到案件。清空查找栏看最近的案件。</translation>
        </message>
        <message>
            <source>Nothing happened yet.</source>
            <translation>还没有记录。</translation>
        </message>
        <message>
            <source>Papers taken in: {0}</source>
            <translation>已收材料:{0}</translation>
        </message>
        <message>
            <source>Pause</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Paused; the gross clock runs on.</source>
            <translation>已暂停;总时钟照走。</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Search cases</source>
            <translation>查找案件</translation>
        </message>
        <message>
            <source>The announcement is published.</source>
            <translation>公告已发布。</translation>
        </message>
        <message>
            <source>The clock runs again.</source>
            <translation>时钟继续走。</translation>
        </message>
        <message>
            <source>Timeline</source>
            <translation>时间线</translation>
        </message>
        <message>
            <source>Why do the applicants withdraw {0}?</source>
            <translation>申请人为什么撤回 {0}?</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Withdrawn.</source>
            <translation>已撤回。</translation>
        </message>
        <message>
            <source>{0} was handed to the printer.</source>
            <translation>{0} 已送打印机。</translation>
        </message>
    </context>
    <context>
        <name>SecondPerson</name>
        <message>
            <source>Nothing was changed. Choose the second person, then press again.</source>
            <translation>什么都没有改动。请选择第二人，再按一次。</translation>
        </message>
        <message>
            <source>Passphrase of the second person</source>
            <translation>第二人的口令</translation>
        </message>
        <message>
            <source>Second person</source>
            <translation>第二人</translation>
        </message>
        <message>
            <source>The passphrase of the second person is not right. Nothing was changed; the second person types it again.</source>
            <translation>第二人的口令不对。什么都没有改动，请第二人重输。</translation>
        </message>
        <message>
            <source>choose the second person</source>
            <translation>请选择第二人</translation>
        </message>
        <message>
            <source>passphrase</source>
            <translation>口令</translation>
        </message>
    </context>
    <context>
        <name>Session</name>
        <message>
            <source>Sent from the outbox and accepted: {0}. The numbers stand in Ctrl+Shift+L.</source>
            <translation>离线件已补传并受理 {0} 件,案号见 Ctrl+Shift+L。</translation>
        </message>
    </context>
    <context>
        <name>SettingsScreen</name>
        <message>
            <source>Changes act at once and are kept on this workstation.</source>
            <translation>改动立即生效,保存在本工位。</translation>
        </message>
        <message>
            <source>Colours</source>
            <translation>颜色</translation>
        </message>
        <message>
            <source>Dark</source>
            <translation>深色</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>高对比</translation>
        </message>
        <message>
            <source>Language</source>
            <translation>语言</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>浅色</translation>
        </message>
        <message>
            <source>Personal settings</source>
            <translation>个人设置</translation>
        </message>
        <message>
            <source>Text size</source>
            <translation>字号</translation>
        </message>
    </context>
    <context>
        <name>Settling</name>
        <message>
            <source>{0} was accepted by {1} at {2}. Yours was not and will not be.</source>
            <translation>{0} 已由{1}于 {2} 受理。本机这件没有受理，也不会再受理。</translation>
        </message>
    </context>
    <context>
        <name>SignIn</name>
        <message>
            <source>Login</source>
            <translation>工号</translation>
        </message>
        <message>
            <source>Login or passphrase is not right. Nothing was opened; type both again.</source>
            <translation>工号或口令不对。没有打开任何内容,请重新输入。</translation>
        </message>
        <message>
            <source>New PIN</source>
            <translation>新 PIN</translation>
        </message>
        <message>
            <source>PIN</source>
            <translation>PIN</translation>
        </message>
        <message>
            <source>Passphrase</source>
            <translation>口令</translation>
        </message>
        <message>
            <source>People</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Rehearsal: choose a person; no passphrase. Nothing here has legal force.</source>
            <translation>演练:选一个人,不需要口令。这里的一切没有法律效力。</translation>
        </message>
        <message>
            <source>Sign in with your login and passphrase.</source>
            <translation>请用工号和口令登录。</translation>
        </message>
        <message>
            <source>Take the window  Ctrl+Enter</source>
            <translation>上岗  Ctrl+Enter</translation>
        </message>
        <message>
            <source>The database is away. Who signed in at this PC within 24 hours can take in cases; they are sent when it is back.</source>
            <translation>数据库连不上。24 小时内在本机登录过的人可以继续收件,恢复后自动补传。</translation>
        </message>
        <message>
            <source>Why the window is taken all the same</source>
            <translation>仍然上岗的理由</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>Window taken without: {0}. Reason: {1}</source>
            <translation>缺设备上岗:{0}。理由:{1}</translation>
        </message>
        <message>
            <source>no window (back office)</source>
            <translation>无窗口(后台)</translation>
        </message>
        <message>
            <source>six digits for outages; empty keeps the old one</source>
            <translation>六位数字,离线时用;留空不改</translation>
        </message>
        <message>
            <source>window {0}</source>
            <translation>{0}号窗口</translation>
        </message>
    </context>
    <context>
        <name>SignaturePad</name>
        <message>
            <source>Sign here</source>
            <translation>签名处</translation>
        </message>
    </context>
    <context>
        <name>SignerList</name>
        <message>
            <source>not signed</source>
            <translation>未签</translation>
        </message>
        <message>
            <source>signed</source>
            <translation>已签</translation>
        </message>
    </context>
    <context>
        <name>Signing</name>
        <message>
            <source>All have signed.</source>
            <translation>全部已签名。</translation>
        </message>
        <message>
            <source>Changed since they signed: the signatures no longer count. F8 asks again.</source>
            <translation>签名以后内容有改动：已签的不再算数。按 F8 请其重新核对签名。</translation>
        </message>
        <message>
            <source>Nobody is entered who could sign.</source>
            <translation>还没有录入可以签名的人。</translation>
        </message>
        <message>
            <source>On the applicants' screen: {0}.</source>
            <translation>已推送客显屏:{0}。</translation>
        </message>
        <message>
            <source>{0} has signed; still to sign: {1}.</source>
            <translation>{0} 已签名;还要签名:{1}。</translation>
        </message>
        <message>
            <source>{0} says that something is wrong. Ask, correct it, then F8 again.</source>
            <translation>{0} 认为有误。请询问、改正后再按 F8。</translation>
        </message>
    </context>
    <context>
        <name>SpoilForm</name>
        <message>
            <source>Reason if void</source>
            <translation>作废原因</translation>
        </message>
        <message>
            <source>Say why the sheet is voided, then press again.</source>
            <translation>请写明作废原因，再按一次。</translation>
        </message>
        <message>
            <source>Scan the sheet that is void, then press again.</source>
            <translation>请先扫作废的证纸，再按一次。</translation>
        </message>
        <message>
            <source>Second person</source>
            <translation>第二人</translation>
        </message>
        <message>
            <source>jammed</source>
            <translation>卡纸</translation>
        </message>
        <message>
            <source>misplaced</source>
            <translation>偏移</translation>
        </message>
        <message>
            <source>stained</source>
            <translation>污损</translation>
        </message>
        <message>
            <source>wrong text</source>
            <translation>内容有误</translation>
        </message>
    </context>
    <context>
        <name>StockScreen</name>
        <message>
            <source>Act</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Batch</source>
            <translation>批次</translation>
        </message>
        <message>
            <source>Book</source>
            <translation>出入库记录</translation>
        </message>
        <message>
            <source>Book of numbered sheets</source>
            <translation>证纸账</translation>
        </message>
        <message>
            <source>Book of numbered sheets: all places counted, all balance</source>
            <translation>证纸账：各处已盘点，账实相符</translation>
        </message>
        <message>
            <source>Book of numbered sheets: {0} places to count today</source>
            <translation>证纸账：今天还有{0}处待盘点</translation>
        </message>
        <message>
            <source>Counted</source>
            <translation>点数</translation>
        </message>
        <message>
            <source>Counted again</source>
            <translation>复点</translation>
        </message>
        <message>
            <source>First sheet</source>
            <translation>起号</translation>
        </message>
        <message>
            <source>Kind of sheet</source>
            <translation>纸种</translation>
        </message>
        <message>
            <source>Last sheet</source>
            <translation>止号</translation>
        </message>
        <message>
            <source>No blank sheets. Receive a delivery below.</source>
            <translation>没有空白证纸。请在下面入库。</translation>
        </message>
        <message>
            <source>Nothing was moved by hand yet.</source>
            <translation>还没有出入库记录。</translation>
        </message>
        <message>
            <source>Places</source>
            <translation>存放处</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>Second person</source>
            <translation>第二人</translation>
        </message>
        <message>
            <source>They lie</source>
            <translation>存放处</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>{0} sheets fewer than in the book</source>
            <translation>比账上少{0}张</translation>
        </message>
        <message>
            <source>{0} sheets more than in the book</source>
            <translation>比账上多{0}张</translation>
        </message>
        <message>
            <source>{0}. The count is kept, the day of this place stays open. The book has: {1}. Find the sheet, or note it as lost or spoilt, then count again.</source>
            <translation>{0}。点数已记，此处今天未结。账上是：{1}。请找到证纸，或者登记遗失、作废，再点一次。</translation>
        </message>
        <message>
            <source>✓ The count is the book's. This place is closed.</source>
            <translation>✓ 账实相符，此处已结。</translation>
        </message>
        <message>
            <source>✓ {0} sheets moved.</source>
            <translation>✓ 已记账{0}张。</translation>
        </message>
    </context>
    <context>
        <name>SubmitView</name>
        <message>
            <source>Certificate until {0}. Ctrl+Enter accepts and prints.</source>
            <translation>预计 {0} 前出证。按 Ctrl+Enter 受理并打印受理凭证。</translation>
        </message>
        <message>
            <source>Everybody must have signed (F8) before Ctrl+Enter accepts.</source>
            <translation>须人人签名(F8)后 Ctrl+Enter 才能受理。</translation>
        </message>
        <message>
            <source>Something is still open: see Check (Alt+8).</source>
            <translation>还有未完成的内容：见核对(Alt+8)。</translation>
        </message>
        <message>
            <source>Submit</source>
            <translation>提交</translation>
        </message>
    </context>
    <context>
        <name>SyncScreen</name>
        <message>
            <source>Case</source>
            <translation>案号</translation>
        </message>
        <message>
            <source>Nothing waits. What is done while the database is away appears here.</source>
            <translation>没有待传。数据库断开时办的事会列在这里。</translation>
        </message>
        <message>
            <source>Off line</source>
            <translation>离线</translation>
        </message>
        <message>
            <source>On line</source>
            <translation>在线</translation>
        </message>
        <message>
            <source>Person</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Receipt for papers</source>
            <translation>收件回执</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>State</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Taken out: {0}</source>
            <translation>已取出:{0}</translation>
        </message>
        <message>
            <source>The database is still away; it is tried every 2 s.</source>
            <translation>数据库仍未恢复,每 2 秒自动重连。</translation>
        </message>
        <message>
            <source>To send</source>
            <translation>待传</translation>
        </message>
        <message>
            <source>Tries</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>What</source>
            <translation>内容</translation>
        </message>
        <message>
            <source>What the database said</source>
            <translation>数据库的答复</translation>
        </message>
        <message>
            <source>{0} · {1} to send · {2} KB · {3} reserved numbers left</source>
            <translation>{0} · 待传 {1} 件 · {2} KB · 预留号余 {3}</translation>
        </message>
        <message>
            <source>{0} ○ not printed</source>
            <translation>{0} ○ 未打印</translation>
        </message>
    </context>
    <context>
        <name>TaxByExchange</name>
        <message>
            <source>Tax by exchange</source>
            <translation>完税(数据交换)</translation>
        </message>
        <message>
            <source>○ Deed tax {0} yuan, not paid yet says the tax office.</source>
            <translation>○ 契税 {0} 元,税务回传尚未缴纳。</translation>
        </message>
        <message>
            <source>○ The tax office has not answered yet; it is asked again every 5 s.</source>
            <translation>○ 税务还没回传,每 5 秒再问一次。</translation>
        </message>
        <message>
            <source>✓ Deed tax {0} yuan paid, voucher {1}. Ctrl+Enter records it.</source>
            <translation>✓ 契税 {0} 元已缴,凭证 {1}。按 Ctrl+Enter 记录。</translation>
        </message>
    </context>
    <context>
        <name>TodayScreen</name>
        <message>
            <source>Accepted today</source>
            <translation>今日受理</translation>
        </message>
        <message>
            <source>Business</source>
            <translation>业务</translation>
        </message>
        <message>
            <source>Certificates and proofs</source>
            <translation>证书和证明</translation>
        </message>
        <message>
            <source>Handed out</source>
            <translation>已发证</translation>
        </message>
        <message>
            <source>Handed out today</source>
            <translation>今日发证</translation>
        </message>
        <message>
            <source>Kinds of business</source>
            <translation>业务</translation>
        </message>
        <message>
            <source>Median minutes</source>
            <translation>中位分钟</translation>
        </message>
        <message>
            <source>Nothing handed out yet today.</source>
            <translation>今天还没有发证。</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
        <message>
            <source>Waiting now</source>
            <translation>正在等候</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>Windows</source>
            <translation>窗口</translation>
        </message>
        <message>
            <source>Within 60 minutes</source>
            <translation>60分钟内</translation>
        </message>
    </context>
    <context>
        <name>TopBar</name>
        <message>
            <source>Window {0}</source>
            <translation>{0}号窗口</translation>
        </message>
    </context>
    <context>
        <name>TrainingScreen</name>
        <message>
            <source>Case</source>
            <translation>练习件</translation>
        </message>
        <message>
            <source>Database away</source>
            <translation>断网</translation>
        </message>
        <message>
            <source>Demonstration and practice</source>
            <translation>演示与训练</translation>
        </message>
        <message>
            <source>Everything works</source>
            <translation>一切正常</translation>
        </message>
        <message>
            <source>Goal</source>
            <translation>目标</translation>
        </message>
        <message>
            <source>No practice cases were delivered. Press Ctrl+K to go on.</source>
            <translation>没有随程序带来的练习件。按 Ctrl+K 去别处。</translation>
        </message>
        <message>
            <source>Practice cases</source>
            <translation>练习件</translation>
        </message>
        <message>
            <source>Practice opens a fresh demonstration centre in a purple frame; your work waits behind it, untouched. Ctrl+Q goes back.</source>
            <translation>练习在一个全新的演示中心里进行,四周是紫色边框;手上的工作原样等在后面。按 Ctrl+Q 回到工作。</translation>
        </message>
        <message>
            <source>Printer does not answer</source>
            <translation>打印机没有应答</translation>
        </message>
        <message>
            <source>Rare characters</source>
            <translation>生僻字</translation>
        </message>
        <message>
            <source>The practice centre is being made…</source>
            <translation>正在建练习用的演示中心……</translation>
        </message>
        <message>
            <source>What goes wrong</source>
            <translation>出什么情况</translation>
        </message>
        <message>
            <source>You last</source>
            <translation>上次</translation>
        </message>
        <message>
            <source>Your best</source>
            <translation>最好</translation>
        </message>
        <message>
            <source>{0} keys, {1} min</source>
            <translation>{0} 键,{1} 分</translation>
        </message>
    </context>
    <context>
        <name>UnitCard</name>
        <message>
            <source>Type or scan the unit code and press Ctrl+I.</source>
            <translation>输入或扫描单元号,按 Ctrl+I 查询。</translation>
        </message>
        <message>
            <source>{0} is not in the register</source>
            <translation>登记簿里没有 {0}</translation>
        </message>
    </context>
    <context>
        <name>UploadLine</name>
        <message>
            <source>{0} of {1} pages in the database</source>
            <translation>照片已传 {0}/{1} 页</translation>
        </message>
        <message>
            <source>{0} pages can no longer be read on this PC: photograph them again and hand them in with the case as a supplement</source>
            <translation>本机有 {0} 页照片读不出来了：请重拍，并作为补充材料交到该案件</translation>
        </message>
    </context>
    <context>
        <name>VaultScreen</name>
        <message>
            <source>As printed</source>
            <translation>打印原样</translation>
        </message>
        <message>
            <source>Here stands the paper of the chosen sheet, as it was printed.</source>
            <translation>这里显示所选证纸当时打印的样子。</translation>
        </message>
        <message>
            <source>No printed sheet found. Clear the line to see the newest.</source>
            <translation>没有找到打印过的证纸。清空查找行可看最近的。</translation>
        </message>
        <message>
            <source>Printed certificates</source>
            <translation>缮证留存</translation>
        </message>
        <message>
            <source>Printed sheets</source>
            <translation>打印过的证纸</translation>
        </message>
        <message>
            <source>Scan a QR or a sheet, or type a certificate number, its digits, a case</source>
            <translation>扫二维码或印制号，或输入证号、证号数字、业务号</translation>
        </message>
        <message>
            <source>Search printed sheets</source>
            <translation>查找打印过的证纸</translation>
        </message>
    </context>
    <context>
        <name>WindowClock</name>
        <message>
            <source>At the window {0}</source>
            <translation>窗口 {0}</translation>
        </message>
    </context>
    <context>
        <name>actions</name>
        <message>
            <source>Accept and print receipt</source>
            <translation>受理并打印凭证</translation>
        </message>
        <message>
            <source>Add a party</source>
            <translation>添加当事人</translation>
        </message>
        <message>
            <source>Another sheet</source>
            <translation>打在另一张</translation>
        </message>
        <message>
            <source>Applicant's screen</source>
            <translation>客显屏</translation>
        </message>
        <message>
            <source>Approve</source>
            <translation>通过</translation>
        </message>
        <message>
            <source>Back to work</source>
            <translation>回到工作</translation>
        </message>
        <message>
            <source>Begin acceptance</source>
            <translation>受理</translation>
        </message>
        <message>
            <source>Begin anew</source>
            <translation>重新开始</translation>
        </message>
        <message>
            <source>Break the claim</source>
            <translation>解除在审</translation>
        </message>
        <message>
            <source>Business</source>
            <translation>登记内容</translation>
        </message>
        <message>
            <source>By courier</source>
            <translation>寄递</translation>
        </message>
        <message>
            <source>Call again</source>
            <translation>重呼</translation>
        </message>
        <message>
            <source>Call next</source>
            <translation>叫下一位</translation>
        </message>
        <message>
            <source>Came back</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Charges and payment</source>
            <translation>税费</translation>
        </message>
        <message>
            <source>Check</source>
            <translation>核对</translation>
        </message>
        <message>
            <source>Check against the rules</source>
            <translation>核对规则</translation>
        </message>
        <message>
            <source>Choose the kind of business</source>
            <translation>选择业务</translation>
        </message>
        <message>
            <source>Claim the next case</source>
            <translation>领取下一件</translation>
        </message>
        <message>
            <source>Code to pay the fee</source>
            <translation>客显出码</translation>
        </message>
        <message>
            <source>Confirm and go on</source>
            <translation>确认并继续</translation>
        </message>
        <message>
            <source>Copy with diagnosis</source>
            <translation>复制诊断</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>妥投</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>领证方式</translation>
        </message>
        <message>
            <source>Do not offer again</source>
            <translation>忽略,不再提示</translation>
        </message>
        <message>
            <source>Draw a ticket</source>
            <translation>取号</translation>
        </message>
        <message>
            <source>Drop the draft</source>
            <translation>删除草稿</translation>
        </message>
        <message>
            <source>Duplicate the party</source>
            <translation>复制当事人</translation>
        </message>
        <message>
            <source>Empty the demonstration</source>
            <translation>清空演示</translation>
        </message>
        <message>
            <source>Enlarge the page</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Enter in the register</source>
            <translation>登簿</translation>
        </message>
        <message>
            <source>Fetched here</source>
            <translation>窗口领走</translation>
        </message>
        <message>
            <source>Filter the list</source>
            <translation>筛选列表</translation>
        </message>
        <message>
            <source>Full screen</source>
            <translation>全屏</translation>
        </message>
        <message>
            <source>Give back to the pool</source>
            <translation>退回待审池</translation>
        </message>
        <message>
            <source>Give the fee back</source>
            <translation>退还登记费</translation>
        </message>
        <message>
            <source>Go on</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Go on to the entry</source>
            <translation>去登簿</translation>
        </message>
        <message>
            <source>Go on with the draft</source>
            <translation>恢复草稿</translation>
        </message>
        <message>
            <source>Hand out</source>
            <translation>发证</translation>
        </message>
        <message>
            <source>Hand out and stop</source>
            <translation>发证,停钟</translation>
        </message>
        <message>
            <source>I am back: take back</source>
            <translation>回岗接回</translation>
        </message>
        <message>
            <source>I leave: hand over</source>
            <translation>离岗交办</translation>
        </message>
        <message>
            <source>Interview</source>
            <translation>询问笔录</translation>
        </message>
        <message>
            <source>It is void</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>It is written</source>
            <translation>打好了</translation>
        </message>
        <message>
            <source>It stayed blank</source>
            <translation>没打上</translation>
        </message>
        <message>
            <source>Keep the nudge</source>
            <translation>存入微调</translation>
        </message>
        <message>
            <source>Keys of this screen</source>
            <translation>本界面快捷键</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>放大</translation>
        </message>
        <message>
            <source>Let it happen</source>
            <translation>让它发生</translation>
        </message>
        <message>
            <source>Look up the unit</source>
            <translation>查询单元</translation>
        </message>
        <message>
            <source>Materials</source>
            <translation>申请材料</translation>
        </message>
        <message>
            <source>Merge with the same person</source>
            <translation>合并同一人</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>Mine or theirs</source>
            <translation>选我的或对方的</translation>
        </message>
        <message>
            <source>More</source>
            <translation>更多</translation>
        </message>
        <message>
            <source>My drafts</source>
            <translation>我的草稿</translation>
        </message>
        <message>
            <source>Next pane</source>
            <translation>下一栏</translation>
        </message>
        <message>
            <source>Nobody came</source>
            <translation>过号</translation>
        </message>
        <message>
            <source>Normal text</source>
            <translation>还原字号</translation>
        </message>
        <message>
            <source>Note it</source>
            <translation>记账</translation>
        </message>
        <message>
            <source>Note to the row</source>
            <translation>备注本项</translation>
        </message>
        <message>
            <source>Off line and sending</source>
            <translation>离线与同步</translation>
        </message>
        <message>
            <source>One-time notice</source>
            <translation>一次性告知</translation>
        </message>
        <message>
            <source>Open a file</source>
            <translation>选文件</translation>
        </message>
        <message>
            <source>Open newest paper</source>
            <translation>打开最新文书</translation>
        </message>
        <message>
            <source>Open the PDF</source>
            <translation>打开PDF</translation>
        </message>
        <message>
            <source>Page back</source>
            <translation>上一页</translation>
        </message>
        <message>
            <source>Page on</source>
            <translation>下一页</translation>
        </message>
        <message>
            <source>Papers on the second screen</source>
            <translation>弹到第二屏</translation>
        </message>
        <message>
            <source>Parties</source>
            <translation>当事人</translation>
        </message>
        <message>
            <source>Pass it over</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Paste</source>
            <translation>粘贴</translation>
        </message>
        <message>
            <source>Pause or resume</source>
            <translation>暂停或继续</translation>
        </message>
        <message>
            <source>Personal settings</source>
            <translation>个人设置</translation>
        </message>
        <message>
            <source>Photograph</source>
            <translation>高拍</translation>
        </message>
        <message>
            <source>Practice cases</source>
            <translation>练习件</translation>
        </message>
        <message>
            <source>Previous pane</source>
            <translation>上一区域</translation>
        </message>
        <message>
            <source>Print further left</source>
            <translation>左移</translation>
        </message>
        <message>
            <source>Print further right</source>
            <translation>右移</translation>
        </message>
        <message>
            <source>Print higher</source>
            <translation>上移</translation>
        </message>
        <message>
            <source>Print lower</source>
            <translation>下移</translation>
        </message>
        <message>
            <source>Print newest paper</source>
            <translation>打印最新文书</translation>
        </message>
        <message>
            <source>Print the label</source>
            <translation>打面单</translation>
        </message>
        <message>
            <source>Print the page</source>
            <translation>打印登记簿页</translation>
        </message>
        <message>
            <source>Print the receipt for papers</source>
            <translation>打印收件回执</translation>
        </message>
        <message>
            <source>Print the record</source>
            <translation>打印询问笔录</translation>
        </message>
        <message>
            <source>Print the ruler sheet</source>
            <translation>打印标尺页</translation>
        </message>
        <message>
            <source>Print the trial</source>
            <translation>试打</translation>
        </message>
        <message>
            <source>Property</source>
            <translation>不动产</translation>
        </message>
        <message>
            <source>Publish the announcement</source>
            <translation>发布公告</translation>
        </message>
        <message>
            <source>Read the next</source>
            <translation>读下一件</translation>
        </message>
        <message>
            <source>Record the exemption</source>
            <translation>记减免</translation>
        </message>
        <message>
            <source>Record the payment</source>
            <translation>记缴费</translation>
        </message>
        <message>
            <source>Redo</source>
            <translation>重做</translation>
        </message>
        <message>
            <source>Refer upwards</source>
            <translation>提请上级审核</translation>
        </message>
        <message>
            <source>Refresh</source>
            <translation>刷新</translation>
        </message>
        <message>
            <source>Refuse</source>
            <translation>不予登记</translation>
        </message>
        <message>
            <source>Remove the party</source>
            <translation>去掉当事人</translation>
        </message>
        <message>
            <source>Return for correction</source>
            <translation>退回补正</translation>
        </message>
        <message>
            <source>Save the draft now</source>
            <translation>立即保存草稿</translation>
        </message>
        <message>
            <source>Scans of late</source>
            <translation>扫码记录</translation>
        </message>
        <message>
            <source>Search cases</source>
            <translation>查找案件</translation>
        </message>
        <message>
            <source>Search for the person</source>
            <translation>查询此人</translation>
        </message>
        <message>
            <source>Search or command</source>
            <translation>搜索或命令</translation>
        </message>
        <message>
            <source>Send again now</source>
            <translation>立即重传</translation>
        </message>
        <message>
            <source>Smaller text</source>
            <translation>缩小</translation>
        </message>
        <message>
            <source>Start the practice</source>
            <translation>开始练习</translation>
        </message>
        <message>
            <source>Submit</source>
            <translation>提交</translation>
        </message>
        <message>
            <source>Survey and visit</source>
            <translation>调查和查看</translation>
        </message>
        <message>
            <source>Take in more papers</source>
            <translation>收补交材料</translation>
        </message>
        <message>
            <source>Take it out</source>
            <translation>取出</translation>
        </message>
        <message>
            <source>Take the approval back</source>
            <translation>收回通过</translation>
        </message>
        <message>
            <source>Take the holders over</source>
            <translation>带入权利人</translation>
        </message>
        <message>
            <source>Task</source>
            <translation>题目</translation>
        </message>
        <message>
            <source>Tax and fee</source>
            <translation>税费</translation>
        </message>
        <message>
            <source>Test the device</source>
            <translation>自检</translation>
        </message>
        <message>
            <source>The row differs</source>
            <translation>本项不符</translation>
        </message>
        <message>
            <source>The sheet is good</source>
            <translation>合格</translation>
        </message>
        <message>
            <source>To the courier</source>
            <translation>交寄</translation>
        </message>
        <message>
            <source>Turn the page</source>
            <translation>旋转</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>撤销</translation>
        </message>
        <message>
            <source>Use these</source>
            <translation>保存并启用</translation>
        </message>
        <message>
            <source>Verify the printer</source>
            <translation>校验打印机</translation>
        </message>
        <message>
            <source>Void a number</source>
            <translation>作废编号</translation>
        </message>
        <message>
            <source>Void the sheet</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>Withdraw</source>
            <translation>撤回</translation>
        </message>
        <message>
            <source>Work out the charges</source>
            <translation>计费</translation>
        </message>
        <message>
            <source>Write on the next sheet</source>
            <translation>缮证</translation>
        </message>
        <message>
            <source>Write to a file</source>
            <translation>导出文件</translation>
        </message>
        <message>
            <source>Write to a workbook</source>
            <translation>导出表格</translation>
        </message>
    </context>
    <context>
        <name>application</name>
        <message>
            <source>A bundle, entered at once in this order:</source>
            <translation>组合件,按此顺序一并登簿:</translation>
        </message>
        <message>
            <source>Handed out: {0}</source>
            <translation>领证方式：{0}</translation>
        </message>
        <message>
            <source>Not accepted yet.</source>
            <translation>尚未受理。</translation>
        </message>
        <message>
            <source>Reason: {0}</source>
            <translation>登记原因:{0}</translation>
        </message>
        <message>
            <source>in the register as {0} leaves it</source>
            <translation>以 {0} 登簿后的登记簿为准</translation>
        </message>
    </context>
    <context>
        <name>branches</name>
        <message>
            <source>Site visit</source>
            <translation>实地查看</translation>
        </message>
        <message>
            <source>Survey</source>
            <translation>权籍调查</translation>
        </message>
        <message>
            <source>■ does not fit</source>
            <translation>■ 不符</translation>
        </message>
        <message>
            <source>● under way</source>
            <translation>● 办理中</translation>
        </message>
        <message>
            <source>✓ fits</source>
            <translation>✓ 相符</translation>
        </message>
    </context>
    <context>
        <name>case_columns</name>
        <message>
            <source>Business</source>
            <translation>业务</translation>
        </message>
        <message>
            <source>Case</source>
            <translation>案号</translation>
        </message>
        <message>
            <source>Clock</source>
            <translation>时钟</translation>
        </message>
        <message>
            <source>Parties</source>
            <translation>当事人</translation>
        </message>
        <message>
            <source>Stage</source>
            <translation>环节</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>窗口</translation>
        </message>
    </context>
    <context>
        <name>charges</name>
        <message>
            <source>Deed tax</source>
            <translation>契税</translation>
        </message>
        <message>
            <source>Further copies</source>
            <translation>证书工本费</translation>
        </message>
        <message>
            <source>Refund due: fee {0}, by another than who took it.</source>
            <translation>应退登记费 {0} 元，由收费人以外的另一人办理。</translation>
        </message>
        <message>
            <source>Refunded: fee {0}.</source>
            <translation>已退登记费 {0} 元。</translation>
        </message>
        <message>
            <source>Registration fee</source>
            <translation>登记费</translation>
        </message>
    </context>
    <context>
        <name>conclusion</name>
        <message>
            <source>Give {0} back: everything wrong, a line each, goes into one notice</source>
            <translation>退回 {0}：要补正的一行一项，一次列全</translation>
        </message>
        <message>
            <source>Refer {0} upwards: what is doubtful about it</source>
            <translation>{0} 提请上级审核：写明疑点</translation>
        </message>
        <message>
            <source>Refuse to register {0}?</source>
            <translation>对 {0} 不予登记？</translation>
        </message>
    </context>
    <context>
        <name>customer</name>
        <message>
            <source>Business</source>
            <translation>业务</translation>
        </message>
        <message>
            <source>Ownership</source>
            <translation>共有方式</translation>
        </message>
        <message>
            <source>Paper</source>
            <translation>证书(明)</translation>
        </message>
        <message>
            <source>Property</source>
            <translation>不动产</translation>
        </message>
        <message>
            <source>You</source>
            <translation>您本人</translation>
        </message>
    </context>
    <context>
        <name>demonstration</name>
        <message>
            <source>Demonstration data</source>
            <translation>演示数据</translation>
        </message>
    </context>
    <context>
        <name>devices</name>
        <message>
            <source>Applicants' screen</source>
            <translation>客显屏</translation>
        </message>
        <message>
            <source>Card reader</source>
            <translation>读卡器</translation>
        </message>
        <message>
            <source>Document camera</source>
            <translation>高拍仪</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>打印机</translation>
        </message>
        <message>
            <source>Scanner</source>
            <translation>扫码枪</translation>
        </message>
        <message>
            <source>Signature</source>
            <translation>签名</translation>
        </message>
        <message>
            <source>no answer</source>
            <translation>没有应答</translation>
        </message>
        <message>
            <source>not set up</source>
            <translation>未配置</translation>
        </message>
        <message>
            <source>ready</source>
            <translation>就绪</translation>
        </message>
        <message>
            <source>simulated</source>
            <translation>模拟</translation>
        </message>
    </context>
    <context>
        <name>jobs</name>
        <message>
            <source>By</source>
            <translation>经手</translation>
        </message>
        <message>
            <source>Holders</source>
            <translation>权利人</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>证号</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>证纸</translation>
        </message>
        <message>
            <source>Since</source>
            <translation>起</translation>
        </message>
        <message>
            <source>Stands</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>checked</source>
            <translation>已质检</translation>
        </message>
        <message>
            <source>reserved, not sent</source>
            <translation>已取纸，未送打</translation>
        </message>
        <message>
            <source>sent to the printer</source>
            <translation>已送打印机</translation>
        </message>
        <message>
            <source>written, not checked</source>
            <translation>已打证，未质检</translation>
        </message>
    </context>
    <context>
        <name>outbox</name>
        <message>
            <source>≠ two versions</source>
            <translation>≠ 两个版本</translation>
        </message>
        <message>
            <source>■ refused</source>
            <translation>■ 被拒</translation>
        </message>
        <message>
            <source>▲ asks</source>
            <translation>▲ 待确认</translation>
        </message>
        <message>
            <source>○ waits</source>
            <translation>○ 待传</translation>
        </message>
        <message>
            <source>✓ sent</source>
            <translation>✓ 已传</translation>
        </message>
    </context>
    <context>
        <name>path_words</name>
        <message>
            <source>Kind of ownership</source>
            <translation>共有方式</translation>
        </message>
        <message>
            <source>Person {0}: {1}</source>
            <translation>第 {0} 人:{1}</translation>
        </message>
        <message>
            <source>Question {0}, person {1}</source>
            <translation>问题 {0},第 {1} 人</translation>
        </message>
        <message>
            <source>Reason of registration</source>
            <translation>登记原因</translation>
        </message>
        <message>
            <source>address</source>
            <translation>地址</translation>
        </message>
        <message>
            <source>comes later</source>
            <translation>后补</translation>
        </message>
        <message>
            <source>document number</source>
            <translation>证件号码</translation>
        </message>
        <message>
            <source>guardian</source>
            <translation>监护人</translation>
        </message>
        <message>
            <source>kind of document</source>
            <translation>证件种类</translation>
        </message>
        <message>
            <source>married</source>
            <translation>已婚</translation>
        </message>
        <message>
            <source>name</source>
            <translation>姓名</translation>
        </message>
        <message>
            <source>no</source>
            <translation>否</translation>
        </message>
        <message>
            <source>part</source>
            <translation>身份</translation>
        </message>
        <message>
            <source>phone</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>promised in writing</source>
            <translation>书面承诺</translation>
        </message>
        <message>
            <source>represented by</source>
            <translation>代理人</translation>
        </message>
        <message>
            <source>share</source>
            <translation>份额</translation>
        </message>
        <message>
            <source>there</source>
            <translation>已收</translation>
        </message>
        <message>
            <source>yes</source>
            <translation>是</translation>
        </message>
    </context>
    <context>
        <name>review</name>
        <message>
            <source>■ differs</source>
            <translation>■ 不符</translation>
        </message>
        <message>
            <source>○ to look at</source>
            <translation>○ 待核</translation>
        </message>
        <message>
            <source>✓ agrees</source>
            <translation>✓ 一致</translation>
        </message>
        <message>
            <source>✓ machine</source>
            <translation>✓ 自动</translation>
        </message>
    </context>
    <context>
        <name>scans</name>
        <message>
            <source>Case</source>
            <translation>案号</translation>
        </message>
        <message>
            <source>Certificate</source>
            <translation>证号</translation>
        </message>
        <message>
            <source>Contract</source>
            <translation>合同</translation>
        </message>
        <message>
            <source>Identity number</source>
            <translation>证件号码</translation>
        </message>
        <message>
            <source>Phone number</source>
            <translation>电话</translation>
        </message>
        <message>
            <source>Pre-review slip</source>
            <translation>预审单</translation>
        </message>
        <message>
            <source>Serial of a sheet</source>
            <translation>印制流水号</translation>
        </message>
        <message>
            <source>Ticket</source>
            <translation>号票</translation>
        </message>
        <message>
            <source>Unit</source>
            <translation>不动产单元</translation>
        </message>
        <message>
            <source>Waybill</source>
            <translation>寄递单号</translation>
        </message>
        <message>
            <source>× broken off</source>
            <translation>× 中断</translation>
        </message>
        <message>
            <source>× not known</source>
            <translation>× 不认识</translation>
        </message>
        <message>
            <source>× not made by this centre</source>
            <translation>× 非本中心所发</translation>
        </message>
        <message>
            <source>× scanned twice, taken once</source>
            <translation>× 重复,只收一次</translation>
        </message>
        <message>
            <source>✓ taken</source>
            <translation>✓ 已带入</translation>
        </message>
    </context>
    <context>
        <name>screens</name>
        <message>
            <source>Acceptance</source>
            <translation>受理</translation>
        </message>
        <message>
            <source>Book of sheets</source>
            <translation>证纸账</translation>
        </message>
        <message>
            <source>Cases</source>
            <translation>案件</translation>
        </message>
        <message>
            <source>Certificates</source>
            <translation>缮证</translation>
        </message>
        <message>
            <source>Charges</source>
            <translation>税费</translation>
        </message>
        <message>
            <source>Check of sheets</source>
            <translation>质检</translation>
        </message>
        <message>
            <source>Courier</source>
            <translation>寄递</translation>
        </message>
        <message>
            <source>Demonstration and practice</source>
            <translation>演示与训练</translation>
        </message>
        <message>
            <source>Devices</source>
            <translation>设备</translation>
        </message>
        <message>
            <source>Drafts</source>
            <translation>草稿</translation>
        </message>
        <message>
            <source>Hand-over</source>
            <translation>发证台</translation>
        </message>
        <message>
            <source>Kind of business</source>
            <translation>选业务</translation>
        </message>
        <message>
            <source>Messages</source>
            <translation>消息</translation>
        </message>
        <message>
            <source>My day</source>
            <translation>我的一天</translation>
        </message>
        <message>
            <source>My window</source>
            <translation>我的窗口</translation>
        </message>
        <message>
            <source>Off line and sending</source>
            <translation>离线与同步</translation>
        </message>
        <message>
            <source>Papers</source>
            <translation>材料</translation>
        </message>
        <message>
            <source>Pool</source>
            <translation>待审池</translation>
        </message>
        <message>
            <source>Print calibration</source>
            <translation>打印校准</translation>
        </message>
        <message>
            <source>Printed certificates</source>
            <translation>缮证留存</translation>
        </message>
        <message>
            <source>Register</source>
            <translation>登簿</translation>
        </message>
        <message>
            <source>Register search</source>
            <translation>不动产查询</translation>
        </message>
        <message>
            <source>Review</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Settings</source>
            <translation>设置</translation>
        </message>
        <message>
            <source>Sign in</source>
            <translation>登录</translation>
        </message>
        <message>
            <source>Today</source>
            <translation>今日</translation>
        </message>
    </context>
    <context>
        <name>sections</name>
        <message>
            <source>begun</source>
            <translation>已开始</translation>
        </message>
        <message>
            <source>complete</source>
            <translation>完成</translation>
        </message>
        <message>
            <source>look here</source>
            <translation>请查看</translation>
        </message>
        <message>
            <source>open</source>
            <translation>未办</translation>
        </message>
    </context>
    <context>
        <name>sources</name>
        <message>
            <source>card</source>
            <translation>读卡</translation>
        </message>
        <message>
            <source>earlier case</source>
            <translation>前案</translation>
        </message>
        <message>
            <source>exchange</source>
            <translation>共享</translation>
        </message>
        <message>
            <source>pre-review</source>
            <translation>预审</translation>
        </message>
        <message>
            <source>register</source>
            <translation>登记簿</translation>
        </message>
        <message>
            <source>scanned</source>
            <translation>扫码</translation>
        </message>
    </context>
    <context>
        <name>standing</name>
        <message>
            <source>calibrated more than 7 days ago</source>
            <translation>上次校准已超过 7 天</translation>
        </message>
        <message>
            <source>never calibrated for this sheet</source>
            <translation>还没有为这种证书校准过</translation>
        </message>
        <message>
            <source>the printer has another driver</source>
            <translation>打印机换了驱动</translation>
        </message>
        <message>
            <source>the sheets are of another delivery</source>
            <translation>证书换了批次</translation>
        </message>
        <message>
            <source>two misprints in a row</source>
            <translation>连续两张打偏</translation>
        </message>
    </context>
    <context>
        <name>stock</name>
        <message>
            <source>Act</source>
            <translation>事项</translation>
        </message>
        <message>
            <source>Back from a window into the vault</source>
            <translation>从窗口退库</translation>
        </message>
        <message>
            <source>Balance</source>
            <translation>相符</translation>
        </message>
        <message>
            <source>Batch or reason</source>
            <translation>批次或原因</translation>
        </message>
        <message>
            <source>Count what lies there</source>
            <translation>盘点</translation>
        </message>
        <message>
            <source>Counted today</source>
            <translation>今日点数</translation>
        </message>
        <message>
            <source>Destroy spoilt sheets</source>
            <translation>销毁废证</translation>
        </message>
        <message>
            <source>Hand out to a window</source>
            <translation>领用到窗口</translation>
        </message>
        <message>
            <source>In the book</source>
            <translation>账面</translation>
        </message>
        <message>
            <source>Kind</source>
            <translation>种类</translation>
        </message>
        <message>
            <source>Lost: blank sheets that cannot be found</source>
            <translation>空白证纸遗失</translation>
        </message>
        <message>
            <source>Place</source>
            <translation>存放处</translation>
        </message>
        <message>
            <source>Range</source>
            <translation>印制号</translation>
        </message>
        <message>
            <source>Receive a delivery into the vault</source>
            <translation>入库</translation>
        </message>
        <message>
            <source>Sheets</source>
            <translation>张数</translation>
        </message>
        <message>
            <source>Void: blank sheets that are spoilt</source>
            <translation>空白证纸作废</translation>
        </message>
        <message>
            <source>Way</source>
            <translation>去向</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>经手</translation>
        </message>
        <message>
            <source>destroyed</source>
            <translation>已销毁</translation>
        </message>
        <message>
            <source>handed out</source>
            <translation>领用</translation>
        </message>
        <message>
            <source>in the printer</source>
            <translation>在打印机</translation>
        </message>
        <message>
            <source>lost</source>
            <translation>遗失</translation>
        </message>
        <message>
            <source>received</source>
            <translation>入库</translation>
        </message>
        <message>
            <source>returned</source>
            <translation>退库</translation>
        </message>
        <message>
            <source>vault</source>
            <translation>库房</translation>
        </message>
        <message>
            <source>void</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>window {0}</source>
            <translation>{0}号窗口</translation>
        </message>
        <message>
            <source>written</source>
            <translation>已打证</translation>
        </message>
        <message>
            <source>■ differs by {0}</source>
            <translation>■ 相差{0}</translation>
        </message>
        <message>
            <source>○ not counted</source>
            <translation>○ 未盘点</translation>
        </message>
        <message>
            <source>✓ balances</source>
            <translation>✓ 相符</translation>
        </message>
    </context>
    <context>
        <name>timeline</name>
        <message>
            <source>Act</source>
            <translation>操作</translation>
        </message>
        <message>
            <source>Reason</source>
            <translation>原因</translation>
        </message>
        <message>
            <source>When</source>
            <translation>时间</translation>
        </message>
        <message>
            <source>Who</source>
            <translation>人员</translation>
        </message>
        <message>
            <source>Window</source>
            <translation>窗口</translation>
        </message>
    </context>
    <context>
        <name>vault</name>
        <message>
            <source>Case</source>
            <translation>业务号</translation>
        </message>
        <message>
            <source>Case {0}, entered by {1}</source>
            <translation>业务号{0}，登簿人{1}</translation>
        </message>
        <message>
            <source>No PDF of this sheet was kept: it is drawn here once more from what it says.</source>
            <translation>这一张没有留存PDF：此处按留存的内容重新绘制。</translation>
        </message>
        <message>
            <source>Number</source>
            <translation>证号</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>打印时间</translation>
        </message>
        <message>
            <source>Printed {0} by {1} at window {2}</source>
            <translation>{0}由{1}在{2}号窗口打印</translation>
        </message>
        <message>
            <source>Sheet</source>
            <translation>印制号</translation>
        </message>
        <message>
            <source>Sheet {0}: {1}; sheets printed for this number: {2}</source>
            <translation>印制号{0}：{1}；本证号共打印{2}张</translation>
        </message>
        <message>
            <source>Stands</source>
            <translation>状态</translation>
        </message>
        <message>
            <source>Times</source>
            <translation>次数</translation>
        </message>
        <message>
            <source>checked</source>
            <translation>已质检</translation>
        </message>
        <message>
            <source>handed out</source>
            <translation>已发证</translation>
        </message>
        <message>
            <source>in the printer</source>
            <translation>在打印机中</translation>
        </message>
        <message>
            <source>stayed blank</source>
            <translation>没有印上</translation>
        </message>
        <message>
            <source>written, not checked</source>
            <translation>已缮写，未质检</translation>
        </message>
        <message>
            <source>× The kept PDF was changed and is not shown. Tell the supervisor. SHA-256 now {0}, at printing {1}</source>
            <translation>× 留存的PDF被改动过，不予显示。请报告负责人。现在的SHA-256为{0}，打印时为{1}</translation>
        </message>
        <message>
            <source>× void</source>
            <translation>×作废</translation>
        </message>
        <message>
            <source>× void, destroyed</source>
            <translation>×作废，已销毁</translation>
        </message>
        <message>
            <source>✓ SHA-256, just worked out, is the one kept at printing: {0}</source>
            <translation>✓ 刚刚重算的SHA-256与打印时留存的一致：{0}</translation>
        </message>
    </context>
    <context>
        <name>viewer</name>
        <message>
            <source>No program on this machine opens PDF files.</source>
            <translation>本机没有能打开 PDF 的程序。</translation>
        </message>
    </context>
    <context>
        <name>words</name>
        <message>
            <source>Accepted</source>
            <translation>已受理</translation>
        </message>
        <message>
            <source>Administrator</source>
            <translation>管理员</translation>
        </message>
        <message>
            <source>Advance notice</source>
            <translation>已预告</translation>
        </message>
        <message>
            <source>Agent</source>
            <translation>代理人</translation>
        </message>
        <message>
            <source>Announced</source>
            <translation>公告</translation>
        </message>
        <message>
            <source>Appointment</source>
            <translation>预约</translation>
        </message>
        <message>
            <source>Approval taken back</source>
            <translation>收回通过</translation>
        </message>
        <message>
            <source>Approved</source>
            <translation>审核通过</translation>
        </message>
        <message>
            <source>Approver</source>
            <translation>审核</translation>
        </message>
        <message>
            <source>Bundle</source>
            <translation>组合件</translation>
        </message>
        <message>
            <source>Called</source>
            <translation>叫号</translation>
        </message>
        <message>
            <source>Called again</source>
            <translation>重呼</translation>
        </message>
        <message>
            <source>Came back</source>
            <translation>退回</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>已注销</translation>
        </message>
        <message>
            <source>Charged</source>
            <translation>计费</translation>
        </message>
        <message>
            <source>Claimed</source>
            <translation>领取</translation>
        </message>
        <message>
            <source>Clerk</source>
            <translation>受理</translation>
        </message>
        <message>
            <source>Consenting</source>
            <translation>同意人</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>妥投</translation>
        </message>
        <message>
            <source>Delivery</source>
            <translation>领证方式</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>办结</translation>
        </message>
        <message>
            <source>Exempted</source>
            <translation>减免</translation>
        </message>
        <message>
            <source>Fetched here</source>
            <translation>窗口领走</translation>
        </message>
        <message>
            <source>For information</source>
            <translation>提示</translation>
        </message>
        <message>
            <source>Free</source>
            <translation>无限制</translation>
        </message>
        <message>
            <source>Given back</source>
            <translation>退回待审池</translation>
        </message>
        <message>
            <source>Ground of refusal</source>
            <translation>不予登记的理由</translation>
        </message>
        <message>
            <source>Guardian</source>
            <translation>监护人</translation>
        </message>
        <message>
            <source>Guide</source>
            <translation>预审</translation>
        </message>
        <message>
            <source>Habitation</source>
            <translation>有居住权</translation>
        </message>
        <message>
            <source>Handed to a colleague</source>
            <translation>交同事代办</translation>
        </message>
        <message>
            <source>Holder</source>
            <translation>权利人</translation>
        </message>
        <message>
            <source>In process</source>
            <translation>在办</translation>
        </message>
        <message>
            <source>In review</source>
            <translation>审核中</translation>
        </message>
        <message>
            <source>In time</source>
            <translation>正常</translation>
        </message>
        <message>
            <source>Issued</source>
            <translation>已发证</translation>
        </message>
        <message>
            <source>Kind of business</source>
            <translation>选业务</translation>
        </message>
        <message>
            <source>Label printed</source>
            <translation>已打面单</translation>
        </message>
        <message>
            <source>Locked</source>
            <translation>已锁定</translation>
        </message>
        <message>
            <source>Mortgaged</source>
            <translation>已抵押</translation>
        </message>
        <message>
            <source>Nobody came</source>
            <translation>过号</translation>
        </message>
        <message>
            <source>Not accepted</source>
            <translation>不予受理</translation>
        </message>
        <message>
            <source>Not started</source>
            <translation>未起算</translation>
        </message>
        <message>
            <source>Objection</source>
            <translation>有异议</translation>
        </message>
        <message>
            <source>Obligor</source>
            <translation>义务人</translation>
        </message>
        <message>
            <source>Organ</source>
            <translation>机关</translation>
        </message>
        <message>
            <source>Overdue</source>
            <translation>超时</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>缴费</translation>
        </message>
        <message>
            <source>Papers taken in</source>
            <translation>收件</translation>
        </message>
        <message>
            <source>Parties</source>
            <translation>当事人</translation>
        </message>
        <message>
            <source>Passed over</source>
            <translation>跳过</translation>
        </message>
        <message>
            <source>Paused</source>
            <translation>暂停</translation>
        </message>
        <message>
            <source>Pre-review</source>
            <translation>预审</translation>
        </message>
        <message>
            <source>Pre-reviewed</source>
            <translation>已预审</translation>
        </message>
        <message>
            <source>Printed</source>
            <translation>已缮证</translation>
        </message>
        <message>
            <source>Printer</source>
            <translation>缮证</translation>
        </message>
        <message>
            <source>Priority</source>
            <translation>优先</translation>
        </message>
        <message>
            <source>Property</source>
            <translation>不动产</translation>
        </message>
        <message>
            <source>Question</source>
            <translation>待确认</translation>
        </message>
        <message>
            <source>Rated</source>
            <translation>评价</translation>
        </message>
        <message>
            <source>Refunded</source>
            <translation>已退费</translation>
        </message>
        <message>
            <source>Refused</source>
            <translation>不予登记</translation>
        </message>
        <message>
            <source>Refused or failed</source>
            <translation>拒绝或失败</translation>
        </message>
        <message>
            <source>Registered</source>
            <translation>已登簿</translation>
        </message>
        <message>
            <source>Registrar</source>
            <translation>登簿</translation>
        </message>
        <message>
            <source>Resumed</source>
            <translation>继续</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>退回补正</translation>
        </message>
        <message>
            <source>Right acted upon</source>
            <translation>所涉权利</translation>
        </message>
        <message>
            <source>Seized</source>
            <translation>已查封</translation>
        </message>
        <message>
            <source>Seizure entered</source>
            <translation>查封登簿</translation>
        </message>
        <message>
            <source>Sheet spoilt</source>
            <translation>作废</translation>
        </message>
        <message>
            <source>Supervisor</source>
            <translation>督办</translation>
        </message>
        <message>
            <source>Supplemented</source>
            <translation>补正</translation>
        </message>
        <message>
            <source>Ticket drawn</source>
            <translation>取号</translation>
        </message>
        <message>
            <source>To send</source>
            <translation>待寄</translation>
        </message>
        <message>
            <source>To the next level</source>
            <translation>上报复审</translation>
        </message>
        <message>
            <source>Unregistered</source>
            <translation>未登记</translation>
        </message>
        <message>
            <source>Waiting</source>
            <translation>等候</translation>
        </message>
        <message>
            <source>Waiting seizure</source>
            <translation>轮候查封</translation>
        </message>
        <message>
            <source>Walk-in</source>
            <translation>现场</translation>
        </message>
        <message>
            <source>Warning</source>
            <translation>预警</translation>
        </message>
        <message>
            <source>Waybill</source>
            <translation>运单号</translation>
        </message>
        <message>
            <source>Why it came back</source>
            <translation>退回原因</translation>
        </message>
        <message>
            <source>With the courier</source>
            <translation>已揽收</translation>
        </message>
        <message>
            <source>Withdrawn</source>
            <translation>已撤回</translation>
        </message>
    </context>
</TS>
