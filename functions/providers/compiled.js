// Written by `npm run templates`; do not edit.
export const compiled = {
  'message.html': {"0":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<img class=\"on-light\" src=\""
    + alias3(alias2(alias1(lookupProperty(lookupProperty(depth0,"practice"),"logo"), "light", {"start":{"line":117,"column":171},"end":{"line":117,"column":190}} ), depth0))
    + "\" alt=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"practice"), "name", {"start":{"line":117,"column":201},"end":{"line":117,"column":214}} ), depth0))
    + "\" width=\""
    + alias3(alias2(alias1(lookupProperty(lookupProperty(depth0,"practice"),"logo"), "width", {"start":{"line":117,"column":227},"end":{"line":117,"column":246}} ), depth0))
    + "\" style=\"border:0;display:block;max-width:100%;height:auto\"><img class=\"on-dark\" src=\""
    + alias3(alias2(alias1(lookupProperty(lookupProperty(depth0,"practice"),"logo"), "dark", {"start":{"line":117,"column":336},"end":{"line":117,"column":354}} ), depth0))
    + "\" alt=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"practice"), "name", {"start":{"line":117,"column":365},"end":{"line":117,"column":378}} ), depth0))
    + "\" width=\""
    + alias3(alias2(alias1(lookupProperty(lookupProperty(depth0,"practice"),"logo"), "width", {"start":{"line":117,"column":391},"end":{"line":117,"column":410}} ), depth0))
    + "\" style=\"border:0;display:none;max-width:100%;height:auto;mso-hide:all\">";
},"1":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"practice"), "name", {"start":{"line":117,"column":494},"end":{"line":117,"column":507}} ), depth0));
},"2":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">"
    + container.escapeExpression(container.lambda(depth0, depth0))
    + "</p>";
},"3":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\u003C!--[if mso | IE]><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"card-outlook\" role=\"presentation\" style=\"width:600px;\" width=\"600\" bgcolor=\"#fffdf9\" ><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]-->\n<div  class=\"card\" style=\"background:#fffdf9;background-color:#fffdf9;margin:0px auto;max-width:600px;\">\n<table\nalign=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"background:#fffdf9;background-color:#fffdf9;width:100%;\"\n>\n<tbody>\n<tr>\n<td\nstyle=\"direction:ltr;font-size:0px;padding:6px 0 20px;text-align:center;\"\n>\n\u003C!--[if mso | IE]><table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"\" style=\"vertical-align:middle;width:252px;\" ><![endif]-->\n<div\nclass=\"mj-column-per-42 mj-outlook-group-fix\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:middle;width:100%;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td  style=\"vertical-align:middle;padding:0;\">\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td\nalign=\"left\" class=\"wide\" style=\"font-size:0px;padding:0 0 12px 32px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:collapse;border-spacing:0px;\" class=\"mj-full-width-mobile\"\n>\n<tbody>\n<tr>\n<td  style=\"width:220px;\" class=\"mj-full-width-mobile\">\n<img\nalt=\""
    + alias3(alias2(alias1(depth0, "alt", {"start":{"line":225,"column":7},"end":{"line":225,"column":15}} ), depth0))
    + "\" src=\""
    + alias3(alias2(alias1(depth0, "src", {"start":{"line":225,"column":26},"end":{"line":225,"column":34}} ), depth0))
    + "\" style=\"border:0;border-radius:12px;display:block;outline:none;text-decoration:none;height:auto;width:100%;font-size:16px;\" width=\"220\" height=\"auto\"\n/>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td><td class=\"\" style=\"vertical-align:middle;width:348px;\" ><![endif]-->\n<div\nclass=\"mj-column-per-58 mj-outlook-group-fix\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:middle;width:100%;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td  style=\"vertical-align:middle;padding:0;\">\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td\nalign=\"left\" class=\"text caption\" style=\"font-size:0px;padding:0 32px 8px 20px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;line-height:27px;text-align:left;color:#22302f;\"\n><h2 style=\"margin:0 0 4px;font-size:18px;line-height:27px;font-weight:700\">"
    + alias3(alias2(alias1(depth0, "title", {"start":{"line":260,"column":78},"end":{"line":260,"column":88}} ), depth0))
    + "</h2>"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"lines"),{"name":"each","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":260,"column":95},"end":{"line":260,"column":162}}})) != null ? stack1 : "")
    + "</div>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n";
},"4":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 4px\">"
    + container.escapeExpression(container.lambda(depth0, depth0))
    + "</p>";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\n\u003C!--[if mso | IE]><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"card-outlook\" role=\"presentation\" style=\"width:600px;\" width=\"600\" bgcolor=\"#fffdf9\" ><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]-->\n<div  class=\"card\" style=\"background:#fffdf9;background-color:#fffdf9;margin:0px auto;max-width:600px;\">\n<table\nalign=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"background:#fffdf9;background-color:#fffdf9;width:100%;\"\n>\n<tbody>\n<tr>\n<td\nstyle=\"direction:ltr;font-size:0px;padding:0 0 14px;text-align:center;\"\n>\n\u003C!--[if mso | IE]><table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"\" style=\"vertical-align:top;width:600px;\" ><![endif]-->\n<div\nclass=\"mj-column-per-100 mj-outlook-group-fix\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td  style=\"vertical-align:top;padding:0;\">\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td\nalign=\"left\" class=\"choice\" style=\"font-size:0px;padding:0 32px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;line-height:27px;text-align:left;color:#22302f;\"\n>"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"choices"),{"name":"each","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":308,"column":1},"end":{"line":308,"column":321}}})) != null ? stack1 : "")
    + "</div>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n";
},"6":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<a href=\""
    + alias3(alias2(alias1(depth0, "href", {"start":{"line":308,"column":29},"end":{"line":308,"column":38}} ), depth0))
    + "\" style=\"display:inline-block;min-width:108px;margin:0 8px 10px 0;padding:13px 18px;border-radius:10px;background:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "brand", {"start":{"line":308,"column":156},"end":{"line":308,"column":173}} ), depth0))
    + ";color:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "onBrand", {"start":{"line":308,"column":184},"end":{"line":308,"column":203}} ), depth0))
    + ";font-size:18px;line-height:27px;font-weight:700;text-align:center;text-decoration:none\">"
    + alias3(alias2(alias1(depth0, "label", {"start":{"line":308,"column":296},"end":{"line":308,"column":306}} ), depth0))
    + "</a>";
},"7":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\n\u003C!--[if mso | IE]><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"card-outlook\" role=\"presentation\" style=\"width:600px;\" width=\"600\" bgcolor=\"#fffdf9\" ><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]-->\n<div  class=\"card\" style=\"background:#fffdf9;background-color:#fffdf9;margin:0px auto;max-width:600px;\">\n<table\nalign=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"background:#fffdf9;background-color:#fffdf9;width:100%;\"\n>\n<tbody>\n<tr>\n<td\nstyle=\"direction:ltr;font-size:0px;padding:0 0 14px;text-align:center;\"\n>\n\u003C!--[if mso | IE]><table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"\" style=\"vertical-align:top;width:600px;\" ><![endif]-->\n<div\nclass=\"mj-column-per-100 mj-outlook-group-fix\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td  style=\"vertical-align:top;padding:0;\">\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td\nalign=\"left\" class=\"text\" style=\"font-size:0px;padding:0 32px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;line-height:27px;text-align:left;color:#22302f;\"\n><h2 style=\"margin:0 0 6px;font-size:18px;line-height:27px;font-weight:700\">"
    + container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"frame"), "places", {"start":{"line":356,"column":78},"end":{"line":356,"column":90}} ), depth0))
    + "</h2>"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"locations"),{"name":"each","hash":{},"fn":container.program(8, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":356,"column":97},"end":{"line":356,"column":371}}})) != null ? stack1 : "")
    + "</div>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n";
},"8":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<p class=\"place\" style=\"margin:0;padding:8px 0;border-top:1px solid #e3ddcf\"><strong>"
    + alias3(alias2(alias1(depth0, "name", {"start":{"line":356,"column":203},"end":{"line":356,"column":212}} ), depth0))
    + "</strong><br>"
    + alias3(alias2(alias1(depth0, "address", {"start":{"line":356,"column":229},"end":{"line":356,"column":241}} ), depth0))
    + "<br><a href=\""
    + alias3(alias2(alias1(depth0, "tel", {"start":{"line":356,"column":258},"end":{"line":356,"column":266}} ), depth0))
    + "\" style=\"color:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "link", {"start":{"line":356,"column":285},"end":{"line":356,"column":301}} ), depth0))
    + ";display:inline-block;padding:9px 0\">"
    + alias3(alias2(alias1(depth0, "phone", {"start":{"line":356,"column":342},"end":{"line":356,"column":352}} ), depth0))
    + "</a></p>";
},"9":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<tr>\n<td\nalign=\"left\" class=\"text\" style=\"font-size:0px;padding:0 32px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;line-height:27px;text-align:left;color:#22302f;\"\n><p style=\"margin:0\"><a href=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"button"), "href", {"start":{"line":405,"column":32},"end":{"line":405,"column":43}} ), depth0))
    + "\" style=\"color:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "link", {"start":{"line":405,"column":62},"end":{"line":405,"column":78}} ), depth0))
    + ";display:inline-block;padding:9px 0\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"button"), "label", {"start":{"line":405,"column":119},"end":{"line":405,"column":131}} ), depth0))
    + "</a></p></div>\n</td>\n</tr>\n";
},"10":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = lookupProperty(helpers,"if").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"button"),{"name":"if","hash":{},"fn":container.program(11, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":408,"column":8},"end":{"line":432,"column":7}}})) != null ? stack1 : "");
},"11":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "\n<tr>\n<td\nalign=\"left\" class=\"button\" style=\"font-size:0px;padding:10px 32px 6px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\""
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "brand", {"start":{"line":419,"column":26},"end":{"line":419,"column":43}} ), depth0))
    + "\" role=\"presentation\" style=\"border:none;border-radius:10px;cursor:auto;mso-padding-alt:14px 26px;background:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "brand", {"start":{"line":419,"column":156},"end":{"line":419,"column":173}} ), depth0))
    + ";\" valign=\"middle\"\n>\n<a\nhref=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"button"), "href", {"start":{"line":422,"column":8},"end":{"line":422,"column":19}} ), depth0))
    + "\" style=\"display:inline-block;background:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "brand", {"start":{"line":422,"column":64},"end":{"line":422,"column":81}} ), depth0))
    + ";color:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "onBrand", {"start":{"line":422,"column":92},"end":{"line":422,"column":111}} ), depth0))
    + ";font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;font-weight:700;line-height:27px;margin:0;text-decoration:none;text-transform:none;padding:14px 26px;mso-padding-alt:0px;border-radius:10px;\" target=\"_blank\"\n>\n"
    + alias3(alias2(alias1(lookupProperty(depth0,"button"), "label", {"start":{"line":424,"column":2},"end":{"line":424,"column":14}} ), depth0))
    + "\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n";
},"12":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<a href=\""
    + alias3(alias2(alias1(depth0, "href", {"start":{"line":559,"column":139},"end":{"line":559,"column":148}} ), depth0))
    + "\" style=\"color:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "link", {"start":{"line":559,"column":167},"end":{"line":559,"column":183}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(depth0, "label", {"start":{"line":559,"column":189},"end":{"line":559,"column":199}} ), depth0))
    + "</a> ";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<!doctype html>\n<html lang=\""
    + alias3(alias2(alias1(depth0, "lang", {"start":{"line":2,"column":14},"end":{"line":2,"column":18}} ), depth0))
    + "\" dir=\"ltr\" xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n<head>\n<title>"
    + alias3(alias2(alias1(depth0, "subject", {"start":{"line":4,"column":9},"end":{"line":4,"column":16}} ), depth0))
    + "</title>\n\u003C!--[if !mso]>\u003C!-->\n<meta http-equiv=\"X-UA-Compatible\" content=\"IE=edge\">\n\u003C!--<![endif]-->\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style type=\"text/css\">\n#outlook a { padding:0; }\nbody { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; }\ntable, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; }\nimg { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; }\np { display:block;margin:13px 0; }\n</style>\n\u003C!--[if mso]>\n<noscript>\n<xml>\n<o:OfficeDocumentSettings>\n<o:AllowPNG/>\n<o:PixelsPerInch>96</o:PixelsPerInch>\n</o:OfficeDocumentSettings>\n</xml>\n</noscript>\n<![endif]-->\n\u003C!--[if lte mso 11]>\n<style type=\"text/css\">\n.mj-outlook-group-fix { width:100% !important; }\n</style>\n<![endif]-->\n<style type=\"text/css\">\n@media only screen and (min-width:480px) {\n.mj-column-per-100 { width:100% !important; max-width: 100%; }\n.mj-column-per-42 { width:42% !important; max-width: 42%; }\n.mj-column-per-58 { width:58% !important; max-width: 58%; }\n}\n</style>\n<style media=\"screen and (min-width:480px)\">\n.moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; }\n.moz-text-html .mj-column-per-42 { width:42% !important; max-width: 42%; }\n.moz-text-html .mj-column-per-58 { width:58% !important; max-width: 58%; }\n</style>\n<style type=\"text/css\">\n@media only screen and (max-width:479px) {\ntable.mj-full-width-mobile { width: 100% !important; }\ntd.mj-full-width-mobile { width: auto !important; }\n}\n</style>\n<style type=\"text/css\">\n:root { color-scheme: light dark; supported-color-schemes: light dark; }\nbody { margin: 0; background: #f3f0e8; }\na { text-underline-offset: 3px; }\n.wide img { color: #22302f; font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; line-height: 24px !important; }\n.foot a { display: inline-block; padding: 12px 14px 12px 0; }\n@media (max-width: 480px) {\n.wide { padding-right: 32px !important; }\n.caption { padding-left: 32px !important; }\n.choice a { display: block !important; }\n}\n@media (prefers-color-scheme: dark) {\nbody, body > div, .page, .page > table { background: #12191b !important; background-color: #12191b !important; }\n.card, .card > table { background: #1e282b !important; background-color: #1e282b !important; }\n.text div, .text p, .text strong { color: #e9eeec !important; }\n.soft div, .soft p { color: #b9c6c4 !important; }\n.text a, .soft a, .brand div, .brand a { color: "
    + alias3(alias2(alias1(lookupProperty(depth0,"paint"), "linkDark", {"start":{"line":66,"column":50},"end":{"line":66,"column":64}} ), depth0))
    + " !important; }\n.on-light { display: none !important; }\n.on-dark { display: block !important; }\n.button td, .button a, .choice a { background: "
    + alias3(alias2(alias1(lookupProperty(depth0,"paint"), "linkDark", {"start":{"line":69,"column":49},"end":{"line":69,"column":63}} ), depth0))
    + " !important; background-color: "
    + alias3(alias2(alias1(lookupProperty(depth0,"paint"), "linkDark", {"start":{"line":69,"column":98},"end":{"line":69,"column":112}} ), depth0))
    + " !important; color: #10181a !important; }\n.alert, .alert > table { background: #3a2420 !important; background-color: #3a2420 !important; }\n.alert div, .alert p, .alert strong, .alert a { color: #ffe3da !important; }\n.alert td { border-color: #e58a6b !important; }\n.place { border-color: #3b494c !important; }\n.wide img { color: #e9eeec; opacity: .92; }\n}\n</style>\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n<meta name=\"format-detection\" content=\"telephone=no,date=no,address=no\">\n<meta name=\"referrer\" content=\"no-referrer\">\n</head>\n<body  style=\"word-spacing:normal;background-color:#f3f0e8;\">\n<div style=\"display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;\">"
    + alias3(alias2(alias1(depth0, "preheader", {"start":{"line":83,"column":128},"end":{"line":83,"column":137}} ), depth0))
    + "</div>\n<div\naria-label=\""
    + alias3(alias2(alias1(depth0, "subject", {"start":{"line":85,"column":14},"end":{"line":85,"column":21}} ), depth0))
    + "\" aria-roledescription=\"email\" role=\"article\" lang=\""
    + alias3(alias2(alias1(depth0, "lang", {"start":{"line":85,"column":77},"end":{"line":85,"column":81}} ), depth0))
    + "\" dir=\"ltr\" style=\"word-spacing:normal;background-color:#f3f0e8;\"\n>\n\u003C!--[if mso | IE]><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"page-outlook\" role=\"presentation\" style=\"width:600px;\" width=\"600\" ><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]-->\n<div  class=\"page\" style=\"margin:0px auto;max-width:600px;\">\n<table\nalign=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"width:100%;\"\n>\n<tbody>\n<tr>\n<td\nstyle=\"direction:ltr;font-size:0px;padding:16px 0 6px;text-align:center;\"\n>\n\u003C!--[if mso | IE]><table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"\" style=\"vertical-align:top;width:600px;\" ><![endif]-->\n<div\nclass=\"mj-column-per-100 mj-outlook-group-fix\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td  style=\"vertical-align:top;padding:0;\">\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td\nalign=\"left\" class=\"brand\" style=\"font-size:0px;padding:0 32px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;font-weight:700;letter-spacing:0.2px;line-height:24px;text-align:left;color:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "link", {"start":{"line":116,"column":194},"end":{"line":116,"column":210}} ), depth0))
    + ";\"\n><a href=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"practice"), "site", {"start":{"line":117,"column":12},"end":{"line":117,"column":25}} ), depth0))
    + "\" style=\"color:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "link", {"start":{"line":117,"column":44},"end":{"line":117,"column":60}} ), depth0))
    + ";text-decoration:none;display:inline-block;padding:10px 0\">"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(lookupProperty(depth0,"practice"),"logo"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data,"loc":{"start":{"line":117,"column":121},"end":{"line":117,"column":516}}})) != null ? stack1 : "")
    + "</a></div>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"card-outlook\" role=\"presentation\" style=\"width:600px;\" width=\"600\" bgcolor=\"#fffdf9\" ><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]-->\n<div  class=\"card\" style=\"background:#fffdf9;background-color:#fffdf9;margin:0px auto;max-width:600px;border-radius:14px 14px 0 0;overflow:hidden;\">\n<table\nalign=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"background:#fffdf9;background-color:#fffdf9;width:100%;border-collapse:separate;\"\n>\n<tbody>\n<tr>\n<td\nstyle=\"border-radius:14px 14px 0 0;direction:ltr;font-size:0px;padding:34px 0 18px;text-align:center;\"\n>\n\u003C!--[if mso | IE]><table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"\" style=\"vertical-align:top;width:600px;\" ><![endif]-->\n<div\nclass=\"mj-column-per-100 mj-outlook-group-fix\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td  style=\"vertical-align:top;padding:0;\">\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td\nalign=\"left\" class=\"text\" style=\"font-size:0px;padding:0 32px 16px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:30px;font-weight:700;letter-spacing:-0.3px;line-height:38px;text-align:left;color:#17312f;\"\n><h1 style=\"margin:0;font-size:30px;line-height:38px;font-weight:700\">"
    + alias3(alias2(alias1(depth0, "headline", {"start":{"line":163,"column":72},"end":{"line":163,"column":80}} ), depth0))
    + "</h1></div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"text\" style=\"font-size:0px;padding:0 32px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;line-height:27px;text-align:left;color:#22302f;\"\n>"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"paragraphs"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":172,"column":1},"end":{"line":172,"column":69}}})) != null ? stack1 : "")
    + "</div>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"figures"),{"name":"each","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":189,"column":0},"end":{"line":277,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"choices"),{"name":"if","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":277,"column":9},"end":{"line":325,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"locations"),{"name":"if","hash":{},"fn":container.program(7, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":325,"column":7},"end":{"line":373,"column":7}}})) != null ? stack1 : "")
    + "\u003C!--[if mso | IE]><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"card-outlook\" role=\"presentation\" style=\"width:600px;\" width=\"600\" bgcolor=\"#fffdf9\" ><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]-->\n<div  class=\"card\" style=\"background:#fffdf9;background-color:#fffdf9;margin:0px auto;max-width:600px;\">\n<table\nalign=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"background:#fffdf9;background-color:#fffdf9;width:100%;\"\n>\n<tbody>\n<tr>\n<td\nstyle=\"direction:ltr;font-size:0px;padding:0 0 26px;text-align:center;\"\n>\n\u003C!--[if mso | IE]><table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"\" style=\"vertical-align:top;width:600px;\" ><![endif]-->\n<div\nclass=\"mj-column-per-100 mj-outlook-group-fix\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td  style=\"vertical-align:top;padding:0;\">\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"\" width=\"100%\"\n>\n<tbody>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"choices"),{"name":"if","hash":{},"fn":container.program(9, data, 0),"inverse":container.program(10, data, 0),"data":data,"loc":{"start":{"line":398,"column":0},"end":{"line":432,"column":14}}})) != null ? stack1 : "")
    + "\n<tr>\n<td\nalign=\"left\" class=\"text\" style=\"font-size:0px;padding:4px 32px 0;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;line-height:27px;text-align:left;color:#22302f;\"\n><p style=\"margin:0\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"frame"), "orCall", {"start":{"line":439,"column":23},"end":{"line":439,"column":35}} ), depth0))
    + " <a href=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"practice"), "tel", {"start":{"line":439,"column":49},"end":{"line":439,"column":61}} ), depth0))
    + "\" style=\"color:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "link", {"start":{"line":439,"column":80},"end":{"line":439,"column":96}} ), depth0))
    + ";display:inline-block;padding:9px 0\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"practice"), "phone", {"start":{"line":439,"column":137},"end":{"line":439,"column":151}} ), depth0))
    + "</a></p></div>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"alert-outlook\" role=\"presentation\" style=\"width:600px;\" width=\"600\" bgcolor=\"#fdeee8\" ><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]-->\n<div  class=\"alert\" style=\"background:#fdeee8;background-color:#fdeee8;margin:0px auto;max-width:600px;\">\n<table\nalign=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"background:#fdeee8;background-color:#fdeee8;width:100%;\"\n>\n<tbody>\n<tr>\n<td\nstyle=\"direction:ltr;font-size:0px;padding:0;text-align:center;\"\n>\n\u003C!--[if mso | IE]><table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"\" style=\"vertical-align:top;width:600px;\" ><![endif]-->\n<div\nclass=\"mj-column-per-100 mj-outlook-group-fix\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td  style=\"border-left:5px solid #b8452a;vertical-align:top;padding:18px 0;\">\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td\nalign=\"left\" class=\"alert\" style=\"font-size:0px;padding:0 32px 0 27px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:24px;text-align:left;color:#4a1d12;\"\n><p style=\"margin:0 0 6px\"><strong>"
    + alias3(alias2(alias1(lookupProperty(depth0,"safety"), "ask", {"start":{"line":485,"column":37},"end":{"line":485,"column":47}} ), depth0))
    + "</strong> "
    + alias3(alias2(alias1(lookupProperty(depth0,"safety"), "signs", {"start":{"line":485,"column":61},"end":{"line":485,"column":73}} ), depth0))
    + "</p>\n<p style=\"margin:0\"><strong><a href=\"tel:911\" style=\"color:#8c2a12;display:inline-block;padding:10px 0\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"safety"), "act", {"start":{"line":486,"column":106},"end":{"line":486,"column":116}} ), depth0))
    + "</a></strong><br>"
    + alias3(alias2(alias1(lookupProperty(depth0,"safety"), "wait", {"start":{"line":486,"column":137},"end":{"line":486,"column":148}} ), depth0))
    + "</p></div>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"page-outlook\" role=\"presentation\" style=\"width:600px;\" width=\"600\" ><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]-->\n<div  class=\"page\" style=\"margin:0px auto;max-width:600px;\">\n<table\nalign=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"width:100%;\"\n>\n<tbody>\n<tr>\n<td\nstyle=\"direction:ltr;font-size:0px;padding:24px 0 36px;text-align:center;\"\n>\n\u003C!--[if mso | IE]><table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"\" style=\"vertical-align:top;width:600px;\" ><![endif]-->\n<div\nclass=\"mj-column-per-100 mj-outlook-group-fix\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td  style=\"vertical-align:top;padding:0;\">\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td\nalign=\"left\" class=\"soft\" style=\"font-size:0px;padding:0 32px 14px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:21px;text-align:left;color:#4a5654;\"\n><p lang=\""
    + alias3(alias2(alias1(depth0, "disclaimerLang", {"start":{"line":532,"column":12},"end":{"line":532,"column":26}} ), depth0))
    + "\" style=\"margin:0\">"
    + alias3(alias2(alias1(depth0, "disclaimer", {"start":{"line":532,"column":49},"end":{"line":532,"column":59}} ), depth0))
    + "</p></div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"soft\" style=\"font-size:0px;padding:0 32px 6px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:21px;text-align:left;color:#4a5654;\"\n><p style=\"margin:0\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"practice"), "name", {"start":{"line":541,"column":23},"end":{"line":541,"column":36}} ), depth0))
    + ", "
    + alias3(alias2(alias1(lookupProperty(depth0,"practice"), "postalAddress", {"start":{"line":541,"column":42},"end":{"line":541,"column":64}} ), depth0))
    + "</p></div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"soft\" style=\"font-size:0px;padding:0 32px 6px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:21px;text-align:left;color:#4a5654;\"\n><p style=\"margin:0\">"
    + alias3(alias2(alias1(depth0, "why", {"start":{"line":550,"column":23},"end":{"line":550,"column":26}} ), depth0))
    + "</p></div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"soft foot\" style=\"font-size:0px;padding:0 32px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:21px;text-align:left;color:#4a5654;\"\n><p style=\"margin:0\"><a href=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"links"), "unsubscribe", {"start":{"line":559,"column":32},"end":{"line":559,"column":49}} ), depth0))
    + "\" style=\"color:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "link", {"start":{"line":559,"column":68},"end":{"line":559,"column":84}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"frame"), "unsubscribe", {"start":{"line":559,"column":90},"end":{"line":559,"column":107}} ), depth0))
    + "</a> "
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"foot"),{"name":"each","hash":{},"fn":container.program(12, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":559,"column":114},"end":{"line":559,"column":215}}})) != null ? stack1 : "")
    + "</p></div>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n</div>\n</body>\n</html>\n";
},"useData":true},
  'message.txt': {"0":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "")
    + "\n\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "* "
    + ((stack1 = alias2(alias1(depth0, "title", {"start":{"line":11,"column":4},"end":{"line":11,"column":14}} ), depth0)) != null ? stack1 : "")
    + "\n  "
    + ((stack1 = alias2(alias1(depth0, "text", {"start":{"line":12,"column":4},"end":{"line":12,"column":13}} ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "label", {"start":{"line":16,"column":2},"end":{"line":16,"column":12}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias2(alias1(depth0, "href", {"start":{"line":16,"column":18},"end":{"line":16,"column":27}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"3":function(container,depth0,helpers,partials,data) {
    return "\n";
},"4":function(container,depth0,helpers,partials,data) {
    var stack1, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = container.lambda(container.strict(lookupProperty(depth0,"frame"), "places", {"start":{"line":22,"column":2},"end":{"line":22,"column":14}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(depth0 != null ? depth0 : (container.nullContext || {}),lookupProperty(depth0,"locations"),{"name":"each","hash":{},"fn":container.program(5, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":23,"column":0},"end":{"line":25,"column":9}}})) != null ? stack1 : "")
    + "\n";
},"5":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return "- "
    + ((stack1 = alias2(alias1(depth0, "name", {"start":{"line":24,"column":4},"end":{"line":24,"column":13}} ), depth0)) != null ? stack1 : "")
    + ", "
    + ((stack1 = alias2(alias1(depth0, "address", {"start":{"line":24,"column":19},"end":{"line":24,"column":31}} ), depth0)) != null ? stack1 : "")
    + ", "
    + ((stack1 = alias2(alias1(depth0, "phone", {"start":{"line":24,"column":37},"end":{"line":24,"column":47}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"6":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = alias2(alias1(lookupProperty(depth0,"button"), "label", {"start":{"line":29,"column":2},"end":{"line":29,"column":14}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"button"), "plain", {"start":{"line":29,"column":20},"end":{"line":29,"column":32}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = alias2(alias1(lookupProperty(depth0,"practice"), "name", {"start":{"line":1,"column":2},"end":{"line":1,"column":15}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"practice"), "site", {"start":{"line":2,"column":2},"end":{"line":2,"column":15}} ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(depth0, "headline", {"start":{"line":4,"column":2},"end":{"line":4,"column":10}} ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"paragraphs"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":6,"column":0},"end":{"line":9,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"figures"),{"name":"each","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":0},"end":{"line":14,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"choices"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":15,"column":0},"end":{"line":17,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"choices"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":18,"column":0},"end":{"line":20,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"locations"),{"name":"if","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":21,"column":0},"end":{"line":27,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"button"),{"name":"if","hash":{},"fn":container.program(6, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":28,"column":0},"end":{"line":30,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"frame"), "orCall", {"start":{"line":31,"column":2},"end":{"line":31,"column":14}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"practice"), "phone", {"start":{"line":31,"column":19},"end":{"line":31,"column":33}} ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"safety"), "ask", {"start":{"line":33,"column":2},"end":{"line":33,"column":12}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"safety"), "signs", {"start":{"line":33,"column":17},"end":{"line":33,"column":29}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"safety"), "act", {"start":{"line":34,"column":2},"end":{"line":34,"column":12}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"safety"), "wait", {"start":{"line":34,"column":17},"end":{"line":34,"column":28}} ), depth0)) != null ? stack1 : "")
    + "\n\n--\n"
    + ((stack1 = alias2(alias1(depth0, "disclaimer", {"start":{"line":37,"column":2},"end":{"line":37,"column":12}} ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"practice"), "name", {"start":{"line":39,"column":2},"end":{"line":39,"column":15}} ), depth0)) != null ? stack1 : "")
    + ", "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"practice"), "postalAddress", {"start":{"line":39,"column":21},"end":{"line":39,"column":43}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(depth0, "why", {"start":{"line":40,"column":2},"end":{"line":40,"column":5}} ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"frame"), "unsubscribe", {"start":{"line":42,"column":2},"end":{"line":42,"column":19}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"links"), "unsubscribe", {"start":{"line":42,"column":25},"end":{"line":42,"column":42}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"foot"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":43,"column":0},"end":{"line":45,"column":9}}})) != null ? stack1 : "");
},"useData":true},
  'notice.html': {"0":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<img class=\"on-light\" src=\""
    + alias3(alias2(alias1(lookupProperty(lookupProperty(depth0,"practice"),"logo"), "light", {"start":{"line":107,"column":171},"end":{"line":107,"column":190}} ), depth0))
    + "\" alt=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"practice"), "name", {"start":{"line":107,"column":201},"end":{"line":107,"column":214}} ), depth0))
    + "\" width=\""
    + alias3(alias2(alias1(lookupProperty(lookupProperty(depth0,"practice"),"logo"), "width", {"start":{"line":107,"column":227},"end":{"line":107,"column":246}} ), depth0))
    + "\" style=\"border:0;display:block;max-width:100%;height:auto\"><img class=\"on-dark\" src=\""
    + alias3(alias2(alias1(lookupProperty(lookupProperty(depth0,"practice"),"logo"), "dark", {"start":{"line":107,"column":336},"end":{"line":107,"column":354}} ), depth0))
    + "\" alt=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"practice"), "name", {"start":{"line":107,"column":365},"end":{"line":107,"column":378}} ), depth0))
    + "\" width=\""
    + alias3(alias2(alias1(lookupProperty(lookupProperty(depth0,"practice"),"logo"), "width", {"start":{"line":107,"column":391},"end":{"line":107,"column":410}} ), depth0))
    + "\" style=\"border:0;display:none;max-width:100%;height:auto;mso-hide:all\">";
},"1":function(container,depth0,helpers,partials,data) {
    var lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return container.escapeExpression(container.lambda(container.strict(lookupProperty(depth0,"practice"), "name", {"start":{"line":107,"column":494},"end":{"line":107,"column":507}} ), depth0));
},"2":function(container,depth0,helpers,partials,data) {
    return "<p style=\"margin:0 0 14px\">"
    + container.escapeExpression(container.lambda(depth0, depth0))
    + "</p>";
},"3":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<tr>\n<td\nalign=\"left\" class=\"button\" style=\"font-size:0px;padding:10px 32px 6px;word-break:break-word;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"border-collapse:separate;line-height:100%;\"\n>\n<tbody>\n<tr>\n<td\nalign=\"center\" bgcolor=\""
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "brand", {"start":{"line":176,"column":26},"end":{"line":176,"column":43}} ), depth0))
    + "\" role=\"presentation\" style=\"border:none;border-radius:10px;cursor:auto;mso-padding-alt:14px 26px;background:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "brand", {"start":{"line":176,"column":156},"end":{"line":176,"column":173}} ), depth0))
    + ";\" valign=\"middle\"\n>\n<a\nhref=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"button"), "href", {"start":{"line":179,"column":8},"end":{"line":179,"column":19}} ), depth0))
    + "\" style=\"display:inline-block;background:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "brand", {"start":{"line":179,"column":64},"end":{"line":179,"column":81}} ), depth0))
    + ";color:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "onBrand", {"start":{"line":179,"column":92},"end":{"line":179,"column":111}} ), depth0))
    + ";font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;font-weight:700;line-height:27px;margin:0;text-decoration:none;text-transform:none;padding:14px 26px;mso-padding-alt:0px;border-radius:10px;\" target=\"_blank\"\n>\n"
    + alias3(alias2(alias1(lookupProperty(depth0,"button"), "label", {"start":{"line":181,"column":2},"end":{"line":181,"column":14}} ), depth0))
    + "\n</a>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n";
},"4":function(container,depth0,helpers,partials,data) {
    var alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<a href=\""
    + alias3(alias2(alias1(depth0, "href", {"start":{"line":307,"column":46},"end":{"line":307,"column":55}} ), depth0))
    + "\" style=\"color:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "link", {"start":{"line":307,"column":74},"end":{"line":307,"column":90}} ), depth0))
    + "\">"
    + alias3(alias2(alias1(depth0, "label", {"start":{"line":307,"column":96},"end":{"line":307,"column":106}} ), depth0))
    + "</a> ";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=container.escapeExpression, alias4=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return "<!doctype html>\n<html lang=\""
    + alias3(alias2(alias1(depth0, "lang", {"start":{"line":2,"column":14},"end":{"line":2,"column":18}} ), depth0))
    + "\" dir=\"ltr\" xmlns=\"http://www.w3.org/1999/xhtml\" xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\">\n<head>\n<title>"
    + alias3(alias2(alias1(depth0, "subject", {"start":{"line":4,"column":9},"end":{"line":4,"column":16}} ), depth0))
    + "</title>\n\u003C!--[if !mso]>\u003C!-->\n<meta http-equiv=\"X-UA-Compatible\" content=\"IE=edge\">\n\u003C!--<![endif]-->\n<meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<style type=\"text/css\">\n#outlook a { padding:0; }\nbody { margin:0;padding:0;-webkit-text-size-adjust:100%;-ms-text-size-adjust:100%; }\ntable, td { border-collapse:collapse;mso-table-lspace:0pt;mso-table-rspace:0pt; }\nimg { border:0;height:auto;line-height:100%; outline:none;text-decoration:none;-ms-interpolation-mode:bicubic; }\np { display:block;margin:13px 0; }\n</style>\n\u003C!--[if mso]>\n<noscript>\n<xml>\n<o:OfficeDocumentSettings>\n<o:AllowPNG/>\n<o:PixelsPerInch>96</o:PixelsPerInch>\n</o:OfficeDocumentSettings>\n</xml>\n</noscript>\n<![endif]-->\n\u003C!--[if lte mso 11]>\n<style type=\"text/css\">\n.mj-outlook-group-fix { width:100% !important; }\n</style>\n<![endif]-->\n<style type=\"text/css\">\n@media only screen and (min-width:480px) {\n.mj-column-per-100 { width:100% !important; max-width: 100%; }\n}\n</style>\n<style media=\"screen and (min-width:480px)\">\n.moz-text-html .mj-column-per-100 { width:100% !important; max-width: 100%; }\n</style>\n<style type=\"text/css\">\n:root { color-scheme: light dark; supported-color-schemes: light dark; }\nbody { margin: 0; background: #f3f0e8; }\na { text-underline-offset: 3px; }\n.wide img { color: #22302f; font-family: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; line-height: 24px !important; }\n.foot a { display: inline-block; padding: 12px 14px 12px 0; }\n@media (max-width: 480px) {\n.wide { padding-right: 32px !important; }\n.caption { padding-left: 32px !important; }\n.choice a { display: block !important; }\n}\n@media (prefers-color-scheme: dark) {\nbody, body > div, .page, .page > table { background: #12191b !important; background-color: #12191b !important; }\n.card, .card > table { background: #1e282b !important; background-color: #1e282b !important; }\n.text div, .text p, .text strong { color: #e9eeec !important; }\n.soft div, .soft p { color: #b9c6c4 !important; }\n.text a, .soft a, .brand div, .brand a { color: "
    + alias3(alias2(alias1(lookupProperty(depth0,"paint"), "linkDark", {"start":{"line":56,"column":50},"end":{"line":56,"column":64}} ), depth0))
    + " !important; }\n.on-light { display: none !important; }\n.on-dark { display: block !important; }\n.button td, .button a, .choice a { background: "
    + alias3(alias2(alias1(lookupProperty(depth0,"paint"), "linkDark", {"start":{"line":59,"column":49},"end":{"line":59,"column":63}} ), depth0))
    + " !important; background-color: "
    + alias3(alias2(alias1(lookupProperty(depth0,"paint"), "linkDark", {"start":{"line":59,"column":98},"end":{"line":59,"column":112}} ), depth0))
    + " !important; color: #10181a !important; }\n.alert, .alert > table { background: #3a2420 !important; background-color: #3a2420 !important; }\n.alert div, .alert p, .alert strong, .alert a { color: #ffe3da !important; }\n.alert td { border-color: #e58a6b !important; }\n.place { border-color: #3b494c !important; }\n.wide img { color: #e9eeec; opacity: .92; }\n}\n</style>\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n<meta name=\"format-detection\" content=\"telephone=no,date=no,address=no\">\n<meta name=\"referrer\" content=\"no-referrer\">\n</head>\n<body  style=\"word-spacing:normal;background-color:#f3f0e8;\">\n<div style=\"display:none;font-size:1px;color:#ffffff;line-height:1px;max-height:0px;max-width:0px;opacity:0;overflow:hidden;\">"
    + alias3(alias2(alias1(depth0, "preheader", {"start":{"line":73,"column":128},"end":{"line":73,"column":137}} ), depth0))
    + "</div>\n<div\naria-label=\""
    + alias3(alias2(alias1(depth0, "subject", {"start":{"line":75,"column":14},"end":{"line":75,"column":21}} ), depth0))
    + "\" aria-roledescription=\"email\" role=\"article\" lang=\""
    + alias3(alias2(alias1(depth0, "lang", {"start":{"line":75,"column":77},"end":{"line":75,"column":81}} ), depth0))
    + "\" dir=\"ltr\" style=\"word-spacing:normal;background-color:#f3f0e8;\"\n>\n\u003C!--[if mso | IE]><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"page-outlook\" role=\"presentation\" style=\"width:600px;\" width=\"600\" ><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]-->\n<div  class=\"page\" style=\"margin:0px auto;max-width:600px;\">\n<table\nalign=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"width:100%;\"\n>\n<tbody>\n<tr>\n<td\nstyle=\"direction:ltr;font-size:0px;padding:16px 0 6px;text-align:center;\"\n>\n\u003C!--[if mso | IE]><table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"\" style=\"vertical-align:top;width:600px;\" ><![endif]-->\n<div\nclass=\"mj-column-per-100 mj-outlook-group-fix\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td  style=\"vertical-align:top;padding:0;\">\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td\nalign=\"left\" class=\"brand\" style=\"font-size:0px;padding:0 32px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;font-weight:700;letter-spacing:0.2px;line-height:24px;text-align:left;color:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "link", {"start":{"line":106,"column":194},"end":{"line":106,"column":210}} ), depth0))
    + ";\"\n><a href=\""
    + alias3(alias2(alias1(lookupProperty(depth0,"practice"), "site", {"start":{"line":107,"column":12},"end":{"line":107,"column":25}} ), depth0))
    + "\" style=\"color:"
    + alias3(alias2(alias1(lookupProperty(lookupProperty(data,"root"),"paint"), "link", {"start":{"line":107,"column":44},"end":{"line":107,"column":60}} ), depth0))
    + ";text-decoration:none;display:inline-block;padding:10px 0\">"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(lookupProperty(depth0,"practice"),"logo"),{"name":"if","hash":{},"fn":container.program(0, data, 0),"inverse":container.program(1, data, 0),"data":data,"loc":{"start":{"line":107,"column":121},"end":{"line":107,"column":516}}})) != null ? stack1 : "")
    + "</a></div>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"card-outlook\" role=\"presentation\" style=\"width:600px;\" width=\"600\" bgcolor=\"#fffdf9\" ><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]-->\n<div  class=\"card\" style=\"background:#fffdf9;background-color:#fffdf9;margin:0px auto;max-width:600px;border-radius:14px 14px 0 0;overflow:hidden;\">\n<table\nalign=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"background:#fffdf9;background-color:#fffdf9;width:100%;border-collapse:separate;\"\n>\n<tbody>\n<tr>\n<td\nstyle=\"border-radius:14px 14px 0 0;direction:ltr;font-size:0px;padding:34px 0 26px;text-align:center;\"\n>\n\u003C!--[if mso | IE]><table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"\" style=\"vertical-align:top;width:600px;\" ><![endif]-->\n<div\nclass=\"mj-column-per-100 mj-outlook-group-fix\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td  style=\"vertical-align:top;padding:0;\">\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td\nalign=\"left\" class=\"text\" style=\"font-size:0px;padding:0 32px 16px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:30px;font-weight:700;letter-spacing:-0.3px;line-height:38px;text-align:left;color:#17312f;\"\n><h1 style=\"margin:0;font-size:30px;line-height:38px;font-weight:700\">"
    + alias3(alias2(alias1(depth0, "headline", {"start":{"line":153,"column":72},"end":{"line":153,"column":80}} ), depth0))
    + "</h1></div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"text\" style=\"font-size:0px;padding:0 32px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:18px;line-height:27px;text-align:left;color:#22302f;\"\n>"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"paragraphs"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":162,"column":1},"end":{"line":162,"column":69}}})) != null ? stack1 : "")
    + "</div>\n</td>\n</tr>\n"
    + ((stack1 = lookupProperty(helpers,"if").call(alias4,lookupProperty(depth0,"button"),{"name":"if","hash":{},"fn":container.program(3, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":165,"column":0},"end":{"line":189,"column":7}}})) != null ? stack1 : "")
    + "</tbody>\n</table>\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"alert-outlook\" role=\"presentation\" style=\"width:600px;\" width=\"600\" bgcolor=\"#fdeee8\" ><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]-->\n<div  class=\"alert\" style=\"background:#fdeee8;background-color:#fdeee8;margin:0px auto;max-width:600px;\">\n<table\nalign=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"background:#fdeee8;background-color:#fdeee8;width:100%;\"\n>\n<tbody>\n<tr>\n<td\nstyle=\"direction:ltr;font-size:0px;padding:0;text-align:center;\"\n>\n\u003C!--[if mso | IE]><table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"\" style=\"vertical-align:top;width:600px;\" ><![endif]-->\n<div\nclass=\"mj-column-per-100 mj-outlook-group-fix\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td  style=\"border-left:5px solid #b8452a;vertical-align:top;padding:18px 0;\">\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td\nalign=\"left\" class=\"alert\" style=\"font-size:0px;padding:0 32px 0 27px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:16px;line-height:24px;text-align:left;color:#4a1d12;\"\n><p style=\"margin:0 0 6px\"><strong>"
    + alias3(alias2(alias1(lookupProperty(depth0,"safety"), "ask", {"start":{"line":233,"column":37},"end":{"line":233,"column":47}} ), depth0))
    + "</strong> "
    + alias3(alias2(alias1(lookupProperty(depth0,"safety"), "signs", {"start":{"line":233,"column":61},"end":{"line":233,"column":73}} ), depth0))
    + "</p>\n<p style=\"margin:0\"><strong><a href=\"tel:911\" style=\"color:#8c2a12;display:inline-block;padding:10px 0\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"safety"), "act", {"start":{"line":234,"column":106},"end":{"line":234,"column":116}} ), depth0))
    + "</a></strong><br>"
    + alias3(alias2(alias1(lookupProperty(depth0,"safety"), "wait", {"start":{"line":234,"column":137},"end":{"line":234,"column":148}} ), depth0))
    + "</p></div>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><table align=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" class=\"page-outlook\" role=\"presentation\" style=\"width:600px;\" width=\"600\" ><tr><td style=\"line-height:0px;font-size:0px;mso-line-height-rule:exactly;\"><![endif]-->\n<div  class=\"page\" style=\"margin:0px auto;max-width:600px;\">\n<table\nalign=\"center\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"width:100%;\"\n>\n<tbody>\n<tr>\n<td\nstyle=\"direction:ltr;font-size:0px;padding:24px 0 36px;text-align:center;\"\n>\n\u003C!--[if mso | IE]><table role=\"presentation\" border=\"0\" cellpadding=\"0\" cellspacing=\"0\"><tr><td class=\"\" style=\"vertical-align:top;width:600px;\" ><![endif]-->\n<div\nclass=\"mj-column-per-100 mj-outlook-group-fix\" style=\"font-size:0px;text-align:left;direction:ltr;display:inline-block;vertical-align:top;width:100%;\"\n>\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td  style=\"vertical-align:top;padding:0;\">\n<table\nborder=\"0\" cellpadding=\"0\" cellspacing=\"0\" role=\"presentation\" style=\"\" width=\"100%\"\n>\n<tbody>\n<tr>\n<td\nalign=\"left\" class=\"soft\" style=\"font-size:0px;padding:0 32px 14px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:21px;text-align:left;color:#4a5654;\"\n><p lang=\""
    + alias3(alias2(alias1(depth0, "disclaimerLang", {"start":{"line":280,"column":12},"end":{"line":280,"column":26}} ), depth0))
    + "\" style=\"margin:0\">"
    + alias3(alias2(alias1(depth0, "disclaimer", {"start":{"line":280,"column":49},"end":{"line":280,"column":59}} ), depth0))
    + "</p></div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"soft\" style=\"font-size:0px;padding:0 32px 6px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:21px;text-align:left;color:#4a5654;\"\n><p style=\"margin:0\">"
    + alias3(alias2(alias1(lookupProperty(depth0,"practice"), "name", {"start":{"line":289,"column":23},"end":{"line":289,"column":36}} ), depth0))
    + ", "
    + alias3(alias2(alias1(lookupProperty(depth0,"practice"), "postalAddress", {"start":{"line":289,"column":42},"end":{"line":289,"column":64}} ), depth0))
    + "</p></div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"soft\" style=\"font-size:0px;padding:0 32px 6px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:21px;text-align:left;color:#4a5654;\"\n><p style=\"margin:0\">"
    + alias3(alias2(alias1(depth0, "why", {"start":{"line":298,"column":23},"end":{"line":298,"column":26}} ), depth0))
    + "</p></div>\n</td>\n</tr>\n<tr>\n<td\nalign=\"left\" class=\"soft foot\" style=\"font-size:0px;padding:0 32px;word-break:break-word;\"\n>\n<div\nstyle=\"font-family:system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif;font-size:14px;line-height:21px;text-align:left;color:#4a5654;\"\n><p style=\"margin:0\">"
    + ((stack1 = lookupProperty(helpers,"each").call(alias4,lookupProperty(depth0,"foot"),{"name":"each","hash":{},"fn":container.program(4, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":307,"column":21},"end":{"line":307,"column":122}}})) != null ? stack1 : "")
    + "</p></div>\n</td>\n</tr>\n</tbody>\n</table>\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n</td>\n</tr>\n</tbody>\n</table>\n</div>\n\u003C!--[if mso | IE]></td></tr></table><![endif]-->\n</div>\n</body>\n</html>\n";
},"useData":true},
  'notice.txt': {"0":function(container,depth0,helpers,partials,data) {
    var stack1;

  return ((stack1 = container.lambda(depth0, depth0)) != null ? stack1 : "")
    + "\n\n";
},"1":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = alias2(alias1(lookupProperty(depth0,"button"), "label", {"start":{"line":11,"column":2},"end":{"line":11,"column":14}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"button"), "plain", {"start":{"line":11,"column":20},"end":{"line":11,"column":32}} ), depth0)) != null ? stack1 : "")
    + "\n\n";
},"2":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda;

  return ((stack1 = alias2(alias1(depth0, "label", {"start":{"line":24,"column":2},"end":{"line":24,"column":12}} ), depth0)) != null ? stack1 : "")
    + ": "
    + ((stack1 = alias2(alias1(depth0, "href", {"start":{"line":24,"column":18},"end":{"line":24,"column":27}} ), depth0)) != null ? stack1 : "")
    + "\n";
},"compiler":[8,">= 4.3.0"],"main":function(container,depth0,helpers,partials,data) {
    var stack1, alias1=container.strict, alias2=container.lambda, alias3=depth0 != null ? depth0 : (container.nullContext || {}), lookupProperty = container.lookupProperty || function(parent, propertyName) {
        if (Object.prototype.hasOwnProperty.call(parent, propertyName)) {
          return parent[propertyName];
        }
        return undefined
    };

  return ((stack1 = alias2(alias1(lookupProperty(depth0,"practice"), "name", {"start":{"line":1,"column":2},"end":{"line":1,"column":15}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"practice"), "site", {"start":{"line":2,"column":2},"end":{"line":2,"column":15}} ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(depth0, "headline", {"start":{"line":4,"column":2},"end":{"line":4,"column":10}} ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"paragraphs"),{"name":"each","hash":{},"fn":container.program(0, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":6,"column":0},"end":{"line":9,"column":9}}})) != null ? stack1 : "")
    + ((stack1 = lookupProperty(helpers,"if").call(alias3,lookupProperty(depth0,"button"),{"name":"if","hash":{},"fn":container.program(1, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":10,"column":0},"end":{"line":13,"column":7}}})) != null ? stack1 : "")
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"safety"), "ask", {"start":{"line":14,"column":2},"end":{"line":14,"column":12}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"safety"), "signs", {"start":{"line":14,"column":17},"end":{"line":14,"column":29}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"safety"), "act", {"start":{"line":15,"column":2},"end":{"line":15,"column":12}} ), depth0)) != null ? stack1 : "")
    + " "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"safety"), "wait", {"start":{"line":15,"column":17},"end":{"line":15,"column":28}} ), depth0)) != null ? stack1 : "")
    + "\n\n--\n"
    + ((stack1 = alias2(alias1(depth0, "disclaimer", {"start":{"line":18,"column":2},"end":{"line":18,"column":12}} ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"practice"), "name", {"start":{"line":20,"column":2},"end":{"line":20,"column":15}} ), depth0)) != null ? stack1 : "")
    + ", "
    + ((stack1 = alias2(alias1(lookupProperty(depth0,"practice"), "postalAddress", {"start":{"line":20,"column":21},"end":{"line":20,"column":43}} ), depth0)) != null ? stack1 : "")
    + "\n"
    + ((stack1 = alias2(alias1(depth0, "why", {"start":{"line":21,"column":2},"end":{"line":21,"column":5}} ), depth0)) != null ? stack1 : "")
    + "\n\n"
    + ((stack1 = lookupProperty(helpers,"each").call(alias3,lookupProperty(depth0,"foot"),{"name":"each","hash":{},"fn":container.program(2, data, 0),"inverse":container.noop,"data":data,"loc":{"start":{"line":23,"column":0},"end":{"line":25,"column":9}}})) != null ? stack1 : "");
},"useData":true},
};
