import { BarChart } from 'echarts/charts'
import { GridComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

// Only this module, which pages with a chart fetch by themselves, knows the library.
use([BarChart, GridComponent, TooltipComponent, SVGRenderer])

export { init }
