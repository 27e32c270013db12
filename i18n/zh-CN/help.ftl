help-title = 帮助
help-key-choose = 选问题
help-key-back = 返回
