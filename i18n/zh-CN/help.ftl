help-title = 帮助
help-key-choose = 选问题
help-key-back = 返回
help-key-heading = 上一节 / 下一节
help-key-ends = 页首 / 页尾
